import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { CareSetting } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";
import type { LevelsKept } from "@/lib/scoring/safeguards";
import { type TenantTransaction, withTenant } from "./tenant";
import { frozen, unchanging } from "./unchanging";

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

type SignedOff = Omit<LatestResult, "setting" | "result"> & { snapshotId: string };
type Headline = Pick<LatestResult, "setting" | "result">;

/**
 * The headlines of the last signed-off result of several organisations, for those of them whose signed-off results the
 * person may see.
 */
export async function latestResults(
  user: CurrentUser,
  organisationIds: readonly string[],
): Promise<LatestResult[]> {
  const ids = organisationIds.filter((id) => may(user, "see signed-off results", id));
  if (ids.length === 0) return [];
  return withTenant(user, {}, async (tx) => {
    const latest = await tx.$queryRaw<SignedOff[]>`
      SELECT DISTINCT ON (organisation_id)
             id AS "snapshotId", organisation_id AS "organisationId", assessment_id AS "assessmentId", round, at,
             framework_id AS "frameworkId", framework_version AS "frameworkVersion"
      FROM snapshot
      WHERE organisation_id = ANY (${ids}::uuid[]) AND kind = 'sign_off'
      ORDER BY organisation_id, at DESC`;
    const headlines = await recall(
      latest.map(({ snapshotId }) => snapshotId),
      (missing) => readHeadlines(tx, missing),
    );
    return latest.flatMap(({ snapshotId, ...signedOff }) =>
      (headlines.get(snapshotId) ?? []).map((headline) => ({ ...signedOff, ...headline })),
    );
  });
}

/** Forty trusts and their two care settings come to some hundred kilobytes. */
const recall = unchanging<readonly Headline[]>(1_000);

/**
 * By hand, because a frozen result is large and only its first figures are shown: the database takes them out, so that
 * a page of forty trusts moves kilobytes and not megabytes.
 */
async function readHeadlines(tx: TenantTransaction, snapshotIds: string[]) {
  const rows = await tx.$queryRaw<(Headline & { snapshotId: string })[]>`
    SELECT s.id AS "snapshotId", r.key AS setting,
           jsonb_build_object('overall', r.value -> 'overall', 'stage', r.value -> 'stage',
                              'distance', r.value -> 'distance', 'heldBy', r.value -> 'heldBy',
                              'dimensions', r.value -> 'dimensions',
                              'capabilities', (
                                SELECT jsonb_agg(jsonb_build_object('id', c -> 'id', 'low', c -> 'low'))
                                FROM jsonb_array_elements(r.value -> 'capabilities') c)) AS result
    FROM snapshot s CROSS JOIN LATERAL jsonb_each(s.results) r
    WHERE s.id = ANY (${snapshotIds}::uuid[])
    ORDER BY r.key`;
  return snapshotIds.map((id) => {
    const own = rows.filter(({ snapshotId }) => snapshotId === id);
    return [id, frozen(own.map(({ setting, result }) => ({ setting, result })))] as const;
  });
}
