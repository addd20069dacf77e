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

/** `closed`: the round is in review or signed off. `not_found`: the assessment is not the user's to plan. */
export type TargetOutcome = "done" | "closed" | "not_found";

/** Sets the target of one capability in one scope of an open round. */
export async function setTarget(
  user: CurrentUser,
  address: AnswerAddress,
  target: NewTarget,
): Promise<TargetOutcome> {
  return inOpenRound(user, address, async (tx, key) => {
    const values = { ...target, setAt: new Date(), setById: user.personId };
    await tx.target.upsert({
      where: { organisationId_assessmentId_capabilityId_scope: key },
      create: { ...key, ...values },
      update: values,
    });
    return { action: "target.set", detail: { level: target.level } };
  });
}

/** Takes the target of one capability in one scope of an open round back; nothing happens where there is none. */
export async function removeTarget(user: CurrentUser, address: AnswerAddress): Promise<TargetOutcome> {
  return inOpenRound(user, address, async (tx, key) => {
    const removed = await tx.target.deleteMany({ where: key });
    return removed.count === 0 ? null : { action: "target.removed", detail: {} };
  });
}

type Done = { action: string; detail: Record<string, number> } | null;

/** The row's lock comes first, so that no target changes once a round is on its way to be signed. */
async function inOpenRound(
  user: CurrentUser,
  { assessmentId, capabilityId, scope }: AnswerAddress,
  act: (tx: TenantTransaction, key: AnswerAddress & { organisationId: string }) => Promise<Done>,
): Promise<TargetOutcome> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "set targets", facts.organisationId)) return "not_found";
  const { organisationId } = facts;
  return withTenant(user, { write: organisationId }, async (tx) => {
    const open = await tx.assessment.updateMany({
      where: { organisationId, id: assessmentId, state: "in_progress" },
      data: { state: "in_progress" },
    });
    if (open.count === 0) return "closed";
    const done = await act(tx, { organisationId, assessmentId, capabilityId, scope });
    if (done) {
      const subject = `answer:${assessmentId}/${capabilityId}/${scope}`;
      await record(tx, { organisationId, actorId: user.personId, subject, ...done });
    }
    return "done";
  });
}
