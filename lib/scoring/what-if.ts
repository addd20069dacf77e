import { capabilitiesOf } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Answers, CriterionState } from "@/lib/scoring/answers";
import type { Result } from "@/lib/scoring/result";
import { score } from "@/lib/scoring/score";

/** Criteria supposed to be otherwise than answered, by id. One that is in both counts as met. */
export type Supposition = {
  readonly met?: ReadonlySet<string>;
  /** Met today, and supposed to hold no longer. */
  readonly lost?: ReadonlySet<string>;
};

/**
 * The result if these criteria were met, or held no longer, through the same engine and from the same answers
 * otherwise. Criteria of other framework versions and of capabilities answered as not applicable change nothing.
 */
export function whatIf(
  framework: Framework,
  careSetting: CareSetting,
  answers: Answers,
  { met = new Set(), lost = new Set() }: Supposition,
): Result {
  const supposed = new Map(answers);
  for (const { id, levels } of capabilitiesOf(framework)) {
    const changed: Record<string, CriterionState> = {};
    for (const criterion of levels.flatMap(({ criteria }) => criteria)) {
      if (met.has(criterion.id)) changed[criterion.id] = "met";
      else if (lost.has(criterion.id)) changed[criterion.id] = "not_met";
    }
    if (Object.keys(changed).length === 0) continue;
    const before = answers.get(id);
    supposed.set(id, { ...before, criteria: { ...before?.criteria, ...changed } });
  }
  return score(framework, careSetting, supposed);
}
