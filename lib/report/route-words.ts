import type { Framework } from "@/lib/framework/schema";
import type { RouteQuestion } from "./route-question";
import { stageName } from "./stage-words";

/** What a route is to reach: "Established", "an overall score of 3.2", or both; null where nothing is asked. */
export function goalInWords(framework: Framework, { toStage, toOverall }: RouteQuestion): string | null {
  const goals = [
    ...(toStage === null ? [] : [stageName(framework, toStage)]),
    ...(toOverall === null ? [] : [`an overall score of ${toOverall}`]),
  ];
  return goals.length === 0 ? null : goals.join(" and ");
}
