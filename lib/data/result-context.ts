import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { type KeptReview, levelsBeside } from "@/lib/assessment/review";
import type { QuestionSpread } from "@/lib/assessment/voice";
import type { Assessment } from "./assessments";
import { challengesIn } from "./challenges";
import { keptAnswersIn } from "./kept-answers";
import { type Snapshot, signOffsIn } from "./snapshots";
import { withTenant } from "./tenant";
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

/** Reads all of it in one transaction; `signedOff` is the sign-off that the result comes from, null for an open round. */
export async function resultContext(
  user: CurrentUser,
  { id, organisationId, round }: Assessment,
  signedOff: Snapshot | null,
): Promise<ResultContext> {
  const seesReview = may(user, "see levels and reasons", organisationId, id);
  const seesRounds = may(user, "see signed-off results", organisationId);
  const seesViews = may(user, "see views", organisationId);
  if (!seesReview && !seesRounds) return { beside: [], before: null, spreads: [] };
  return withTenant(user, {}, async (tx) => {
    const spreads = seesViews ? await spreadsIn(tx, organisationId, id) : [];
    const earlier = seesRounds ? await signOffsIn(tx, organisationId, 10) : [];
    const before = earlier.find((one) => one.assessmentId !== id && one.round < round) ?? null;
    if (!seesReview) return { beside: [], before, spreads };
    if (!signedOff) {
      return { beside: levelsBeside(await challengesIn(tx, organisationId, id)), before, spreads };
    }
    const kept = await keptAnswersIn(tx, organisationId, [signedOff.id]);
    return { beside: kept.get(signedOff.id)?.review.levels ?? [], before, spreads };
  });
}
