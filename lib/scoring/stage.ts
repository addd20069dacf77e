import type { Level, Stage } from "@/lib/framework/schema";
import { atLeast } from "@/lib/scoring/fraction";
import type { Position } from "@/lib/scoring/position";
import type { Shortfall } from "@/lib/scoring/result";
import type { ScoringTable, StageTest } from "@/lib/scoring/table";

/** The highest stage such that it and every stage below it is held (design 3 §4); 1 where nothing applies. */
export function stageAt(table: ScoringTable, position: Position): Stage {
  let held: Stage = 1;
  for (const test of table.stages) {
    if (!holds(table, position, test)) break;
    held = test.stage;
  }
  return held;
}

/** The unmet conditions of a stage: overall, then gates, then dimensions, in framework order. */
export function shortfalls(table: ScoringTable, position: Position, test: StageTest): Shortfall[] {
  const found: Shortfall[] = [];
  const { overall, dimensions, levels } = position;
  if (overall === null || !atLeast(overall, test.overall)) {
    found.push({ kind: "overall", value: overall?.value ?? null, needs: test.overall.value });
  }
  table.rows.forEach(({ id, gate }, index) => {
    const level = levels[index];
    if (gate && typeof level === "number" && level < test.gate) {
      found.push({ kind: "gate", capability: id, value: level as Level, needs: test.gate as Level });
    }
  });
  table.dimensions.forEach(({ id }, index) => {
    const mean = dimensions[index];
    if (mean && test.dimension && !atLeast(mean, test.dimension)) {
      found.push({ kind: "dimension", dimension: id, value: mean.value, needs: test.dimension.value });
    }
  });
  return found;
}

/** How many conditions a stage has here: one for the overall score, one for each gate and dimension that applies. */
export function conditionCount(table: ScoringTable, { levels, dimensions }: Position): number {
  const gates = table.rows.filter(({ gate }, index) => gate && levels[index] !== null).length;
  const slackCounts = table.stages.some(({ dimension }) => dimension !== null);
  return 1 + gates + (slackCounts ? dimensions.filter((mean) => mean !== null).length : 0);
}

function holds(table: ScoringTable, { overall, dimensions, levels }: Position, test: StageTest): boolean {
  if (overall === null || !atLeast(overall, test.overall)) return false;
  const floor = test.dimension;
  if (floor && dimensions.some((mean) => mean && !atLeast(mean, floor))) return false;
  return table.rows.every(({ gate }, index) => !gate || (levels[index] ?? test.gate) >= test.gate);
}
