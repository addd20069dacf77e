import { capabilitiesOf } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import { withCriteriaMet } from "@/lib/scoring/raise";
import type { Result } from "@/lib/scoring/result";
import { score } from "@/lib/scoring/score";

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
  let projected = answers;
  for (const capability of capabilitiesOf(framework)) {
    const met = capability.levels
      .flatMap(({ criteria }) => criteria.map(({ id }) => id))
      .filter((id) => due.has(id));
    if (met.length > 0) projected = withCriteriaMet(projected, capability.id, met);
  }
  return score(framework, careSetting, projected);
}
