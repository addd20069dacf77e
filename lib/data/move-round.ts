import "server-only";
import { may, type Permission } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { type Move, moveOf } from "@/lib/assessment/states";
import type { Framework } from "@/lib/framework/schema";
import { type Assessment, getAssessment } from "./assessments";
import { record } from "./audit";
import { getFramework } from "./frameworks";
import { type TenantTransaction, withTenant } from "./tenant";

export type MoveOutcome =
  | { kind: "moved" }
  | { kind: "blocked"; blocking: number }
  | { kind: "wrong_state" }
  | { kind: "own_work" }
  | { kind: "reason_missing" }
  | { kind: "later_signed"; round: string }
  | { kind: "not_found" };

type InMove = (tx: TenantTransaction, assessment: Assessment, framework: Framework) => Promise<MoveOutcome>;

/**
 * Makes one move of a round. The row is changed first, so that its lock holds back saves until everything is decided;
 * a move that does not go through is rolled back whole.
 */
export async function moveRound(
  user: CurrentUser,
  id: string,
  permission: Permission,
  name: Move,
  act: InMove,
): Promise<MoveOutcome> {
  const assessment = await getAssessment(user, id);
  if (!assessment || !may(user, permission, assessment.organisationId)) return { kind: "not_found" };
  const { organisationId } = assessment;
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  const { from, to } = moveOf(name);
  try {
    return await withTenant(user, { write: organisationId }, async (tx) => {
      const changed = await tx.assessment.updateMany({
        where: { organisationId, id, state: from },
        data: { state: to },
      });
      if (changed.count === 0) return { kind: "wrong_state" };
      const outcome = await act(tx, assessment, framework);
      if (outcome.kind !== "moved") throw new NotMoved(outcome);
      await record(tx, {
        organisationId,
        actorId: user.personId,
        action: name === "reopen" ? "assessment.reopened" : `assessment.${to}`,
        subject: `assessment:${id}`,
        detail: { from, to },
      });
      return outcome;
    });
  } catch (error) {
    if (error instanceof NotMoved) return error.outcome;
    throw error;
  }
}

class NotMoved extends Error {
  constructor(readonly outcome: MoveOutcome) {
    super(`not moved: ${outcome.kind}`);
  }
}
