import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { CareSetting } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";
import type { LevelsKept } from "@/lib/scoring/safeguards";
import { withTenant } from "./tenant";

/** The headline of one care setting's last signed-off result. */
export type LatestResult = {
  organisationId: string;
  assessmentId: string;
  round: string;
  at: Date;
  frameworkId: string;
  frameworkVersion: string;
  setting: CareSetting;
  /** Its headline, with what says whether its distance may be told as it is (`toldResult`). */
  result: Pick<Result, "overall" | "stage" | "distance" | "heldBy" | "dimensions"> & LevelsKept;
};

/**
 * The headlines of the last signed-off result of several organisations, for those of them whose signed-off results the
 * person may see. By hand, because a frozen result is large and only its first figures are shown: the database takes
 * them out, so that a page of forty trusts moves kilobytes and not megabytes.
 */
export async function latestResults(
  user: CurrentUser,
  organisationIds: readonly string[],
): Promise<LatestResult[]> {
  const ids = organisationIds.filter((id) => may(user, "see signed-off results", id));
  if (ids.length === 0) return [];
  return withTenant(
    user,
    {},
    (tx) => tx.$queryRaw<LatestResult[]>`
      SELECT s.organisation_id AS "organisationId", s.assessment_id AS "assessmentId", s.round, s.at,
             s.framework_id AS "frameworkId", s.framework_version AS "frameworkVersion", r.key AS setting,
             jsonb_build_object('overall', r.value -> 'overall', 'stage', r.value -> 'stage',
                                'distance', r.value -> 'distance', 'heldBy', r.value -> 'heldBy',
                                'dimensions', r.value -> 'dimensions',
                                'capabilities', (
                                  SELECT jsonb_agg(jsonb_build_object('id', c -> 'id', 'low', c -> 'low'))
                                  FROM jsonb_array_elements(r.value -> 'capabilities') c)) AS result
      FROM (SELECT DISTINCT ON (organisation_id) * FROM snapshot
            WHERE organisation_id = ANY (${ids}::uuid[]) AND kind = 'sign_off'
            ORDER BY organisation_id, at DESC) s
      CROSS JOIN LATERAL jsonb_each(s.results) r
      ORDER BY s.organisation_id, r.key`,
  );
}
