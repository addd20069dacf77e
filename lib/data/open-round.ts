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
  return withTenant(user, { write: organisationId }, async (tx) =>
    (await holdOpen(tx, organisationId, assessmentId)) ? act(tx) : "closed",
  );
}

/**
 * Takes the round's row until the transaction ends: saves, a sign-off and whatever else holds it wait, and find what
 * was decided here. False, with nothing held, where the round is in review or signed off.
 */
export async function holdOpen(tx: TenantTransaction, organisationId: string, id: string): Promise<boolean> {
  const held = await tx.assessment.updateMany({
    where: { organisationId, id, state: "in_progress" },
    data: { state: "in_progress" },
  });
  return held.count === 1;
}
