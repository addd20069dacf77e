import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { answersFor } from "@/lib/assessment/answers-for-setting";
import { currentRound } from "@/lib/assessment/states";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { type PlannedAction, putForward } from "@/lib/plan/action";
import type { Answers } from "@/lib/scoring/answers";
import { noteLook } from "./access-log";
import { answersIn } from "./answers";
import { findFramework } from "./frameworks";
import { settingsKeptIn } from "./kept-answers";
import { actionsIn, isSensitive } from "./plan";
import { roundsIn } from "./plan-ground";
import { type Snapshot, snapshotsIn } from "./snapshots";
import { type TenantTransaction, withTenant } from "./tenant";

/** What a projection starts from. */
export type ProjectionGround = {
  round: string;
  framework: Framework;
  careSettings: CareSetting[];
  /** True where it starts from the last sign-off, for who may not see the round that is open. */
  signedOff: boolean;
  answers: Partial<Record<CareSetting, Answers>>;
  /** Which scopes have answers of their own; for who may not read drafts nothing of theirs is shown. */
  rows: StoredAnswer[];
  /** The actions this person may see. */
  actions: PlannedAction[];
  /** The others, about sensitive questions: they move the score too, and neither they nor their days are named. */
  unnamed: PlannedAction[];
  showSensitive: boolean;
  /** Sign-offs and, for who may see the open round, its checkpoints; newest first. */
  snapshots: Snapshot[];
};

/**
 * What the plan of a trust starts from: the open round's answers, or the last sign-off for who may not see drafts. Null
 * where there is neither, the questions are missing, or the plan is not the user's to see.
 */
export async function projectionGround(
  user: CurrentUser,
  organisationId: string,
): Promise<ProjectionGround | null> {
  if (!may(user, "see the plan", organisationId)) return null;
  const drafts = may(user, "see current results", organisationId);
  const found = await withTenant(user, {}, async (tx) => {
    const round = await roundIn(tx, organisationId, drafts);
    if (!round) return null;
    const kept = await snapshotsIn(tx, organisationId, {});
    const snapshots = kept.filter(({ kind }) => drafts || kind === "sign_off");
    const last = snapshots.find(({ kind, assessmentId }) => kind === "sign_off" && assessmentId === round.id);
    const signedOff = round.state === "signed_off" || !drafts;
    return {
      round,
      snapshots,
      signedOff,
      kept: signedOff && last ? await settingsKeptIn(tx, organisationId, last.id) : null,
      rows: await answersIn(tx, organisationId, round.id),
      actions: await actionsIn(tx, organisationId),
    };
  });
  if (!found) return null;
  await noteLook(user, organisationId);
  const { round, snapshots, kept, rows, signedOff } = found;
  const actions = putForward(found.actions);
  const framework = await findFramework(round.frameworkId, round.frameworkVersion);
  if (!framework) return null;
  const careSettings = round.careSettings as CareSetting[];
  const answers: ProjectionGround["answers"] = {};
  for (const setting of careSettings) {
    const ofSetting = kept?.get(setting);
    if (ofSetting) answers[setting] = ofSetting.answers;
    else if (!signedOff) answers[setting] = answersFor(framework, setting, rows);
  }
  const showSensitive = may(user, "see sensitive items", organisationId);
  const unnamed = showSensitive ? [] : actions.filter((action) => isSensitive(framework, action));
  return {
    round: round.round,
    framework,
    careSettings,
    signedOff,
    answers,
    rows,
    snapshots,
    actions: actions.filter((action) => !unnamed.includes(action)),
    unnamed,
    showSensitive,
  };
}

async function roundIn(tx: TenantTransaction, organisationId: string, drafts: boolean) {
  const rounds = await roundsIn(tx, organisationId);
  const signed = rounds.filter(({ signedOffAt }) => signedOffAt !== null);
  if (!drafts) return signed[0] ?? null;
  return currentRound(rounds) ?? signed[0] ?? null;
}
