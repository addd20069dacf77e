import "server-only";
import { isoDate } from "@/lib/report/dates";
import type { TenantTransaction } from "./tenant";

type Expired = { capabilityId: string; scope: string; reviewOn: Date };

/**
 * What evidence that expired by today leaves in doubt in a round that is not signed off: of each answer the latest
 * review date that has passed. Empty for a signed-off round, which stays as it was. One statement, since every read of
 * answers asks it.
 */
export async function expiredEvidenceIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
): Promise<Expired[]> {
  return tx.$queryRaw<Expired[]>`
    SELECT l.capability_id AS "capabilityId", l.scope, max(e.review_on) AS "reviewOn"
    FROM evidence_link l JOIN evidence e ON e.organisation_id = l.organisation_id AND e.id = l.evidence_id
    WHERE l.organisation_id = ${organisationId}::uuid AND NOT l.counter
      AND e.removed_at IS NULL AND NOT e.to_confirm AND e.review_on < ${isoDate(new Date())}::date
      AND EXISTS (SELECT FROM assessment a
                  WHERE a.organisation_id = ${organisationId}::uuid AND a.id = ${assessmentId}::uuid
                    AND a.state <> 'signed_off')
    GROUP BY l.capability_id, l.scope`;
}
