import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { Challenge } from "@/lib/assessment/review";
import type { AnswerAddress } from "./answers";
import { challengesIn } from "./challenges";
import { type LevelAndReason, levelsAndReasons, type LevelsAndReasons } from "./levels-and-reasons";
import { withTenant } from "./tenant";

export type ChallengedAnswer = Pick<LevelsAndReasons, "assessment" | "framework"> & {
  answer: LevelAndReason;
  /** What this person said against it, newest first, and what the trust replied to that. */
  own: Challenge[];
};

/**
 * One answer for a reviewer who may see level and reason alone, with their own challenges of it: no evidence, no
 * comment, nothing that other reviewers wrote. Null where it is missing, or not theirs to challenge or to see.
 */
export async function challengedAnswer(
  user: CurrentUser,
  { assessmentId, capabilityId, scope }: AnswerAddress,
): Promise<ChallengedAnswer | null> {
  const found = await levelsAndReasons(user, assessmentId);
  if (!found || !may(user, "challenge an answer", found.assessment.organisationId, assessmentId)) return null;
  const { assessment, framework, rows } = found;
  const answer = rows.find((row) => row.capability.id === capabilityId && row.scope === scope);
  if (!answer) return null;
  const challenges = await withTenant(user, {}, (tx) =>
    challengesIn(tx, assessment.organisationId, assessmentId, { capabilityId, scope }),
  );
  const own = challenges.filter(({ raisedById }) => raisedById === user.personId);
  return { assessment, framework, answer, own };
}
