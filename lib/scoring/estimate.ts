import type { Capability, CareSetting, Framework, Level, Stage } from "@/lib/framework/schema";
import { positionAt } from "@/lib/scoring/position";
import type { Bounds } from "@/lib/scoring/result";
import { stageAt } from "@/lib/scoring/stage";
import { tableOf, type ScoringTable } from "@/lib/scoring/table";

/** The levels chosen in a rapid check, by the id of the dimension that each question stands for. */
export type Chosen = ReadonlyMap<string, Level>;

/** Where a dimension is thought to lie, from one question about the whole of it. */
export type EstimatedDimension = {
  readonly id: string;
  /** Null where nothing was chosen; the range is then 1 to 5. */
  readonly chosen: Level | null;
  readonly low: Level;
  readonly high: Level;
  /** The safeguards in it; each is taken to lie in the dimension's range. */
  readonly gates: readonly Capability[];
};

/** What a rapid check says about a full assessment: ranges, never a score. */
export type Estimate = {
  /** Dimensions in which something applies in the care setting, in framework order. */
  readonly dimensions: readonly EstimatedDimension[];
  /** Null where nothing applies. */
  readonly overall: Bounds | null;
  readonly stage: { readonly low: Stage; readonly high: Stage };
};

/**
 * What twelve quick answers can honestly say (the rapid check). Each dimension lies within one level of the
 * chosen one, kept within 1 to 5; its safeguards lie in the same range; overall and stage follow through the
 * framework's own rules, from all the low ends and from all the high ends.
 */
export function estimate(framework: Framework, setting: CareSetting, chosen: Chosen): Estimate {
  const table = tableOf(framework, setting);
  const dimensions = table.dimensions.flatMap(({ id, rows }): EstimatedDimension[] => {
    if (rows.length === 0) return [];
    const level = chosen.get(id) ?? null;
    const inside = rows.flatMap((index) => table.rows[index] ?? []);
    const gates = inside.filter(({ gate }) => gate).map(({ capability }) => capability);
    return [{ id, chosen: level, ...withinOne(level), gates }];
  });
  const low = endOf(table, dimensions, "low");
  const high = endOf(table, dimensions, "high");
  return {
    dimensions,
    overall: low.overall && high.overall && { low: low.overall.value, high: high.overall.value },
    stage: { low: stageAt(table, low), high: stageAt(table, high) },
  };
}

/**
 * What to look at first: the lowest answers below 5; of equals, the dimension with more safeguards, then the one
 * that comes first in the framework. At most `count`.
 */
export function lookAtFirst(dimensions: readonly EstimatedDimension[], count: number): EstimatedDimension[] {
  return dimensions
    .filter(({ chosen }) => chosen !== null && chosen < 5)
    .sort((a, b) => (a.chosen ?? 5) - (b.chosen ?? 5) || b.gates.length - a.gates.length)
    .slice(0, count);
}

function withinOne(level: Level | null): { low: Level; high: Level } {
  if (level === null) return { low: 1, high: 5 };
  return { low: Math.max(1, level - 1) as Level, high: Math.min(5, level + 1) as Level };
}

/** The position with every capability at one end of its dimension's range. */
function endOf(table: ScoringTable, dimensions: readonly EstimatedDimension[], end: "low" | "high") {
  const levels = table.rows.map((): number | null => null);
  for (const { id, rows } of table.dimensions) {
    const range = dimensions.find((dimension) => dimension.id === id);
    for (const index of rows) levels[index] = range?.[end] ?? null;
  }
  return positionAt(table, levels);
}
