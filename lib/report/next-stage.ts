import type { Framework, Level, Stage } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";

/** What the stage after the present one asks (design 3 §4). */
export type NextStage = {
  stage: Stage;
  name: string;
  overall: number;
  gate: Level;
  /** Null where the framework asks nothing of dimensions. */
  dimension: number | null;
};

/** The stage after the low bound of the present one; null at the top. For wording; the engine decides exactly. */
export function nextStage(framework: Framework, { stage }: Pick<Result, "stage">): NextStage | null {
  const rule = framework.stages.find((candidate) => candidate.stage === stage.low + 1);
  if (!rule) return null;
  const slack = framework.dimensionSlack;
  return {
    stage: rule.stage,
    name: rule.name,
    overall: rule.overallAtLeast,
    gate: rule.gateAtLeast,
    dimension: slack === null ? null : rule.stage - slack,
  };
}
