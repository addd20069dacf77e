import type { Framework } from "@/lib/framework/schema";
import { ROUTE_CAUTION } from "@/lib/scoring/route";
import { gapMethod } from "./gap-sections";

/** How every figure of a report comes about, in plain words (design 3). */
export function reportMethod(framework: Framework): string[] {
  const slack = framework.dimensionSlack;
  return [
    "This is a self-assessment. Each capability is judged by criteria that are met, not met or not known.",
    everyCriterion(framework)
      ? "A level is reached when every criterion of it, and of every level below it, is met."
      : "A level is reached when the share of its criteria that the framework asks for is met, and so is that of every level below it.",
    "A dimension is the mean of its capabilities' levels, and the overall score is the mean of the dimensions, each counted once. Shown figures have one decimal; a figure is never rounded up to what it needs and has not reached.",
    `A stage is held when the overall score is high enough, every safeguard is high enough${slack === null ? "" : ` and no dimension is more than ${slack} below the stage`}, for it and for every stage below it.`,
    "While questions are open, figures are ranges: the low end counts what is open as not met, the high end as met. “Not known” counts as not met in both. An answer carried forward from the round before counts; until somebody has confirmed it, the result is provisional.",
    ...gapMethod(framework),
    `The shortest way is the set of raises with the least effort that reaches the next stage. ${ROUTE_CAUTION}`,
    ...(framework.status === "draft"
      ? [`The framework ${framework.id} ${framework.version} is a draft: its wording can still change.`]
      : []),
  ];
}

function everyCriterion({ thresholds }: Framework): boolean {
  return Object.values(thresholds).every((share) => share === 1);
}
