import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { type AssessmentState, currentRound } from "@/lib/assessment/states";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { putForward } from "@/lib/plan/action";
import { answersIn } from "./answers";
import { findFramework } from "./frameworks";
import { actionsIn } from "./plan";
import { type TenantTransaction, withTenant } from "./tenant";

/** What a plan is measured against: the round that is open, or the last one, with its questions and answers. */
export type PlanGround = {
  assessmentId: string;
  round: string;
  state: AssessmentState;
  careSettings: CareSetting[];
  framework: Framework;
  /** For who may not read answers, those alone that their own actions are about. */
  rows: StoredAnswer[];
};

/**
 * The round a plan is measured against; null where there is none, its questions are missing or the user neither plans
 * nor owns actions.
 */
export async function planGround(user: CurrentUser, organisationId: string): Promise<PlanGround | null> {
  if (!may(user, "plan", organisationId) && !may(user, "finish own actions", organisationId)) return null;
  const found = await withTenant(user, {}, async (tx) => {
    const rounds = await roundsIn(tx, organisationId);
    const chosen = currentRound(rounds) ?? rounds[0];
    if (!chosen) return null;
    const rows = await answersIn(tx, organisationId, chosen.id);
    if (may(user, "read answers", organisationId)) return { chosen, rows };
    const plan = putForward(await actionsIn(tx, organisationId));
    const own = plan.filter(({ ownerId }) => ownerId === user.personId);
    const about = new Set(own.flatMap(({ serves }) => serves.map(({ capabilityId }) => capabilityId)));
    return { chosen, rows: rows.filter(({ capabilityId }) => about.has(capabilityId)) };
  });
  const framework = found && (await findFramework(found.chosen.frameworkId, found.chosen.frameworkVersion));
  if (!found || !framework) return null;
  const { id, round, state, careSettings } = found.chosen;
  return {
    assessmentId: id,
    round,
    state: state as AssessmentState,
    framework,
    rows: found.rows,
    careSettings: careSettings as CareSetting[],
  };
}

/** The rounds of an organisation with what a plan goes by, newest first, inside a transaction that is already open. */
export async function roundsIn(tx: TenantTransaction, organisationId: string) {
  return tx.assessment.findMany({
    where: { organisationId },
    select: {
      id: true,
      round: true,
      state: true,
      signedOffAt: true,
      careSettings: true,
      frameworkId: true,
      frameworkVersion: true,
    },
    orderBy: { round: "desc" },
  });
}
