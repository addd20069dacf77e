import { meanOf, ratio, type Fraction } from "@/lib/scoring/fraction";
import type { Grouping, ScoringTable } from "@/lib/scoring/table";

/** The level of each row of a table; null where the capability is not applicable. */
export type Levels = readonly (number | null)[];

/** Where a care setting stands at given levels: its dimensions and their mean, exactly. */
export type Position = {
  readonly levels: Levels;
  /** In framework order; null where nothing applies. */
  readonly dimensions: readonly (Fraction | null)[];
  /** The mean of the dimensions, each once; null where nothing applies at all. */
  readonly overall: Fraction | null;
};

/** Design 3 §3. */
export function positionAt(table: ScoringTable, levels: Levels): Position {
  const dimensions = table.dimensions.map((dimension) => weightedMean(table, dimension, levels));
  return { levels, dimensions, overall: meanOf(present(dimensions)) };
}

/** Σ weight × level ÷ Σ weight over the rows that apply; null where none does. */
export function weightedMean(table: ScoringTable, { rows }: Grouping, levels: Levels): Fraction | null {
  let sum = 0;
  let weights = 0;
  for (const index of rows) {
    const level = levels[index];
    const weight = table.rows[index]?.weight;
    if (level === null || level === undefined || weight === undefined) continue;
    sum += weight * level;
    weights += weight;
  }
  return weights === 0 ? null : ratio(sum, weights);
}

export function present<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value) => value !== null);
}
