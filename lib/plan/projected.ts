import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import { project } from "@/lib/scoring/projection";
import type { Result } from "@/lib/scoring/result";
import { isLate, type PlannedAction } from "./action";
import { plannedFor } from "./planned-criteria";

/** Where the plan takes a care setting by a day, written 2027-03-31, and how many actions fall due on the way there. */
export type ProjectedPoint = { day: string; result: Result; due: number };

export type ProjectionOf = {
  framework: Framework;
  setting: CareSetting;
  answers: Answers;
  rows: readonly StoredAnswer[];
  actions: readonly PlannedAction[];
  /** More actions, which this reader may not know: they move the figures on the days of the others. */
  unnamed?: readonly PlannedAction[];
};

/**
 * Today, then each day on which an action that serves anything falls due, and `asked` where a day is asked for: the
 * engine's own figures on each, from the answers as they stand (scoring rules, 8).
 */
export function projected(
  { framework, setting, answers, rows, actions, unnamed = [] }: ProjectionOf,
  { today, asked }: { today: string; asked: string | null },
): ProjectedPoint[] {
  const planned = (some: readonly PlannedAction[]) => plannedFor(framework, setting, rows, some, today);
  const plan = planned(actions).filter(({ criteria }) => criteria.length > 0);
  const moving = [...plan, ...planned(unnamed)];
  const days = [...new Set([...plan.map(({ by }) => by), ...(asked === null ? [] : [asked])])]
    .filter((day) => day > today)
    .sort();
  const at = (day: string, before: string): ProjectedPoint => ({
    day,
    result: project(framework, setting, answers, moving, day),
    due: plan.filter(({ by }) => by > before && by <= day).length,
  });
  // What is due today is still to be done: it counts from its day on, as tomorrow's does.
  const start = project(framework, setting, answers, [], today);
  return [
    { day: today, result: start, due: 0 },
    ...days.map((day, index) => at(day, index === 0 ? "" : (days[index - 1] ?? ""))),
  ];
}

/** How many open actions are late: they move nothing until they have a new date. */
export function lateActions(actions: readonly PlannedAction[], today: string): number {
  return actions.filter((action) => isLate(action, today)).length;
}
