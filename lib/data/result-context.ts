import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { type KeptReview, levelsBeside } from "@/lib/assessment/review";
import type { QuestionSpread } from "@/lib/assessment/voice";
import type { Assessment } from "./assessments";
import { challengesIn } from "./challenges";
import { keptAnswersIn } from "./kept-answers";
import { resultAnd, type SettingResult } from "./results";
import { type Snapshot, signOffsIn } from "./snapshots";
import type { TenantTransaction } from "./tenant";
import { spreadsIn } from "./views-apart";

/** What stands beside the result of a round: what reviewers hold against it, and the round before. */
export type ResultContext = {
  /** The reviewers' levels where they differ; empty for who may not see reviewers' levels. */
  beside: KeptReview["levels"];
  /** The last sign-off of an earlier round; null where there is none or it is not to be seen. */
  before: Snapshot | null;
  /** How far colleagues' views lie from each other; empty for who may not see views. */
  spreads: QuestionSpread[];
};

/** The result of one care setting and what stands beside it, read at one moment; null as `resultOf` gives it. */
export async function resultInContext(
  user: CurrentUser,
  assessmentId: string,
  setting: string,
): Promise<{ result: SettingResult; beside: ResultContext } | null> {
  return resultAnd(user, assessmentId, setting, (tx, assessment, signedOff) =>
    contextIn(tx, user, assessment, signedOff),
  );
}

async function contextIn(
  tx: TenantTransaction,
  user: CurrentUser,
  { id, organisationId, round }: Assessment,
  signedOff: Snapshot | null,
): Promise<ResultContext> {
  const seesRounds = may(user, "see signed-off results", organisationId);
  const earlier = seesRounds ? await signOffsIn(tx, organisationId, 10) : [];
  return {
    beside: may(user, "see levels and reasons", organisationId, id)
      ? await levelsIn(tx, organisationId, id, signedOff)
      : [],
    before: earlier.find((one) => one.assessmentId !== id && one.round < round) ?? null,
    spreads: may(user, "see views", organisationId) ? await spreadsIn(tx, organisationId, id) : [],
  };
}

async function levelsIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
  signedOff: Snapshot | null,
): Promise<KeptReview["levels"]> {
  if (!signedOff) return levelsBeside(await challengesIn(tx, organisationId, assessmentId));
  const kept = await keptAnswersIn(tx, organisationId, [signedOff.id]);
  return kept.get(signedOff.id)?.review.levels ?? [];
}
