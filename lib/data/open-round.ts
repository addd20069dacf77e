import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { type TenantTransaction, withTenant } from "./tenant";

/**
 * Does something in a round while it is open; "closed" where it is in review or signed off. The round's row is locked
 * first, so that nothing changes once it is on its way to be signed. The caller has asked the policy.
 */
export async function inOpenRound<Outcome>(
  user: CurrentUser,
  organisationId: string,
  assessmentId: string,
  act: (tx: TenantTransaction) => Promise<Outcome>,
): Promise<Outcome | "closed"> {
  return withTenant(user, { write: organisationId }, async (tx) => {
    const open = await tx.assessment.updateMany({
      where: { organisationId, id: assessmentId, state: "in_progress" },
      data: { state: "in_progress" },
    });
    return open.count === 0 ? "closed" : act(tx);
  });
}
