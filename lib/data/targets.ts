import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { AnswerAddress } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { record } from "./audit";
import { type TenantTransaction, withTenant } from "./tenant";

/** The level wanted for a capability in a scope, by when and why. */
export type Target = { capabilityId: string; scope: string; level: number; by: Date | null; reason: string };

const shown = { capabilityId: true, scope: true, level: true, by: true, reason: true } as const;

/** The targets of an assessment, inside a transaction that is already open. */
export async function targetsIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
): Promise<Target[]> {
  return tx.target.findMany({ where: { organisationId, assessmentId }, select: shown });
}

export type NewTarget = { level: number; by: Date | null; reason: string };

/** Sets the target of one capability in one scope; false where the assessment is not the user's to plan. */
export async function setTarget(
  user: CurrentUser,
  { assessmentId, capabilityId, scope }: AnswerAddress,
  target: NewTarget,
): Promise<boolean> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "set targets", facts.organisationId)) return false;
  const { organisationId } = facts;
  await withTenant(user, { write: organisationId }, async (tx) => {
    const address = { organisationId, assessmentId, capabilityId, scope };
    const values = { ...target, setAt: new Date(), setById: user.personId };
    await tx.target.upsert({
      where: { organisationId_assessmentId_capabilityId_scope: address },
      create: { ...address, ...values },
      update: values,
    });
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "target.set",
      subject: `answer:${assessmentId}/${capabilityId}/${scope}`,
      detail: { level: target.level },
    });
  });
  return true;
}
