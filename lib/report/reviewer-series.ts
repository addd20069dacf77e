import type { KeptReview } from "@/lib/assessment/review";
import { findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework, Level } from "@/lib/framework/schema";
import { type Answers, criteriaForLevel } from "@/lib/scoring/answers";
import type { Result } from "@/lib/scoring/result";
import { score } from "@/lib/scoring/score";

/** The same answers with the reviewers' levels in place of the trust's, where those differ: a second series. */
export type ReviewerSeries = {
  /** The reviewer's level by capability id. */
  levels: ReadonlyMap<string, Level>;
  result: Result;
};

/**
 * What the figures would be at the reviewers' levels (design 3 §5): beside the trust's own, never in their place. The
 * reviewer spoke of one scope: a setting's own answer is not changed by what was said of the organisation's. Null where
 * no level differs in this care setting.
 */
export function reviewerSeries(
  framework: Framework,
  setting: CareSetting,
  answers: Answers,
  beside: KeptReview["levels"],
  scopeOf: (capabilityId: string) => string,
): ReviewerSeries | null {
  const levels = new Map<string, Level>();
  const changed = new Map(answers);
  for (const { capability: id, scope, level } of beside) {
    const capability = findCapability(framework, id);
    const answer = answers.get(id);
    if (!capability || !answer || answer.notApplicable || scopeOf(id) !== scope) continue;
    levels.set(id, level);
    changed.set(id, { ...answer, criteria: criteriaForLevel(capability, level, [setting]) });
  }
  return levels.size === 0 ? null : { levels, result: score(framework, setting, changed) };
}
