import { findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Answers, CriterionState, ScoringAnswer } from "./answers";
import type { Bounds, Result } from "./result";
import { score } from "./score";

/** How much of a result stands on evidence (scoring rules, 5): shown beside the score, never in its place. */
export type Evidenced = {
  /** Capabilities shown by something documented or verified, of all that apply. */
  documented: number;
  of: number;
  /** The overall score with levels 4 and 5 counted only where something documented shows them. */
  overall: Bounds | null;
};

/** Levels above this one count in the evidenced score only where they are documented. */
const TAKEN_AT_ONES_WORD = 3;

/**
 * Works out evidence cover and evidenced score. `documented` holds the ids of the capabilities whose serving answer has
 * evidence that is documented or verified, in date and not against it.
 */
export function evidencedOf(
  framework: Framework,
  careSetting: CareSetting,
  answers: Answers,
  result: Result,
  documented: ReadonlySet<string>,
): Evidenced {
  const shown = result.capabilities.filter(({ id }) => documented.has(id)).length;
  const cut = new Map(answers);
  for (const { id, high } of result.capabilities) {
    const answer = answers.get(id);
    if (!answer || documented.has(id) || high <= TAKEN_AT_ONES_WORD) continue;
    cut.set(id, withoutUpperLevels(framework, id, answer));
  }
  // What is not answered at all can still come to any level by evidence: only what was claimed is cut.
  return {
    documented: shown,
    of: result.capabilities.length,
    overall: score(framework, careSetting, cut).overall,
  };
}

function withoutUpperLevels(framework: Framework, id: string, answer: ScoringAnswer): ScoringAnswer {
  const criteria: Record<string, CriterionState> = { ...answer.criteria };
  for (const { level, criteria: asked } of findCapability(framework, id)?.levels ?? []) {
    if (level <= TAKEN_AT_ONES_WORD) continue;
    for (const criterion of asked) criteria[criterion.id] = "not_met";
  }
  return { ...answer, criteria };
}
