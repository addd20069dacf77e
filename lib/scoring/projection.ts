import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import type { Result } from "@/lib/scoring/result";
import { whatIf } from "@/lib/scoring/what-if";

/** What a planned action will have met, and by when (a date written 2027-03-31). */
export type PlannedCriteria = { readonly by: string; readonly criteria: readonly string[] };

/**
 * The result on a date if every action due by then has met its criteria (design 3 §8), through the same engine.
 * Criteria of other framework versions and of capabilities answered as not applicable change nothing.
 */
export function project(
  framework: Framework,
  careSetting: CareSetting,
  answers: Answers,
  plan: readonly PlannedCriteria[],
  date: string,
): Result {
  const due = new Set(plan.filter(({ by }) => by <= date).flatMap(({ criteria }) => criteria));
  return whatIf(framework, careSetting, answers, { met: due });
}
