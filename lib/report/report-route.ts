import { shortestRoute, type Route } from "@/lib/scoring/route";
import type { Standing } from "./findings";
import { nextStage } from "./next-stage";
import { whyNoRoute } from "./no-route";
import { stepsOf, type RouteSteps } from "./route-steps";

/** The shortest way to the next stage as a report tells it, or why nothing gets there. */
export type ReportRoute =
  | ({ goal: string; found: true; route: Route } & RouteSteps)
  | { goal: string; found: false; reasons: string[] };

/** The shortest way by effort to the stage after the present one; null at the highest. */
export function reportRoute(standing: Standing, view: { showSensitive: boolean }): ReportRoute | null {
  const { framework, setting, answers, result } = standing;
  const next = nextStage(framework, result);
  if (!next) return null;
  const found = shortestRoute(framework, setting, answers, { toStage: next.stage });
  if (found.ok) {
    return { goal: next.name, found: true, route: found.route, ...stepsOf(standing, found.route, view) };
  }
  const question = { toStage: next.stage, toOverall: null, pins: new Map(), exclude: new Set<string>() };
  return { goal: next.name, found: false, reasons: whyNoRoute(framework, setting, answers, question, view) };
}
