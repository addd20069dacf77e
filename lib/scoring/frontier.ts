import type { CareSetting, Framework, Stage } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import { climbs } from "@/lib/scoring/climb";
import { bestClimb, floorsOf, outOfReach, startOf } from "@/lib/scoring/goal";
import { positionAt } from "@/lib/scoring/position";
import { stageAt } from "@/lib/scoring/stage";
import { tableOf } from "@/lib/scoring/table";

/** The most that can be had for an effort: the highest overall, and the highest stage, maybe by another set. */
export type FrontierPoint = { cost: number; overall: number | null; stage: Stage };

const NONE: ReadonlySet<string> = new Set();
const NO_PINS: ReadonlyMap<string, number> = new Map();

/**
 * One point for each cost at which something grows (design 3 §7), from today at cost 0: costs strictly
 * increase, neither figure falls, at least one rises. Overall is null where nothing applies.
 */
export function frontier(framework: Framework, careSetting: CareSetting, answers: Answers): FrontierPoint[] {
  const table = tableOf(framework, careSetting);
  const start = startOf(framework, table, answers, NONE);
  const today = positionAt(table, start.levels);
  const stage = stageAt(table, today);

  const steps: { cost: number; overall?: number; stage?: Stage }[] = [];
  const free = { rows: table.rows.map(() => 1), dimension: null, overall: null };
  for (const { choice, overall } of climbs(start, free)) {
    if (overall) steps.push({ cost: choice.cost, overall: overall.value });
  }
  for (const test of table.stages.filter((test) => test.stage > stage)) {
    const goal = { stage: test.stage };
    if (outOfReach(start, goal).length > 0) break;
    const best = bestClimb(start, floorsOf(table, goal, NO_PINS));
    if (best) steps.push({ cost: best.choice.cost, stage: test.stage });
  }

  const points: FrontierPoint[] = [{ cost: 0, overall: today.overall?.value ?? null, stage }];
  for (const step of steps.sort((a, b) => a.cost - b.cost)) {
    const last = points.at(-1);
    if (!last) break;
    const overall = Math.max(last.overall ?? 0, step.overall ?? 0) || null;
    const reached = step.stage && step.stage > last.stage ? step.stage : last.stage;
    if (overall === last.overall && reached === last.stage) continue;
    if (step.cost === last.cost) points.pop();
    points.push({ cost: step.cost, overall, stage: reached });
  }
  return points;
}
