import type { Framework } from "@/lib/framework/schema";
import { distanceInWords, overallInFigures, stageInWords } from "@/lib/report/stage-words";
import type { Result } from "@/lib/scoring/result";

type Headline = Pick<Result, "overall" | "heldBy" | "stage" | "distance">;

/** Stage, distance and score of a result, as cells of a table that puts several trusts side by side. */
export function headlineCells(framework: Framework, result: Headline): [string, string, string] {
  return [stageInWords(framework, result), distanceInWords(framework, result), overallInFigures(result)];
}

/** The columns of a table with one line for each trust's result in a care setting, the last three as above. */
export const headlineColumns = ["Trust", "Care setting", "Round", "Stage", "Distance", "Score"].map(
  (header) => ({
    header,
  }),
);
