import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import { decimal } from "@/lib/scoring/fraction";
import { outOfReach, startOf } from "@/lib/scoring/goal";
import { tableOf } from "@/lib/scoring/table";
import type { RouteQuestion } from "./route-question";
import { shortfallInWords, withoutSensitive } from "./stage-words";

/**
 * Why nothing reaches what was asked: what stays unmet even with every capability that may be raised raised as far
 * as it goes, in sentences.
 */
export function whyNoRoute(
  framework: Framework,
  setting: CareSetting,
  answers: Answers,
  { toStage, toOverall, exclude }: RouteQuestion,
  { showSensitive }: { showSensitive: boolean },
): string[] {
  const start = startOf(framework, tableOf(framework, setting), answers, exclude);
  const unmet = outOfReach(start, {
    ...(toStage !== null && { stage: toStage }),
    ...(toOverall !== null && { overall: decimal(toOverall) }),
  });
  const all = unmet.map((shortfall) => shortfallInWords(framework, setting, shortfall));
  const reasons = showSensitive ? all : withoutSensitive(all);
  return [...new Set(reasons.map(({ text }) => text))];
}
