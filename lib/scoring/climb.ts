import type { Fraction } from "@/lib/scoring/fraction";
import { nothing, type Choice, type Choices } from "@/lib/scoring/choice";
import { combine, pairsByPlace, type Limits } from "@/lib/scoring/combine";
import { addDoubles, inBigIntegers, inDoubles, type Arithmetic } from "@/lib/scoring/gain";
import type { Levels } from "@/lib/scoring/position";
import type { Raise } from "@/lib/scoring/raise";
import type { ScoringTable } from "@/lib/scoring/table";

/** Where a climb starts and what it may do: for each row its level today (null: not applicable) and raises. */
export type Start = {
  readonly table: ScoringTable;
  readonly levels: Levels;
  readonly raises: readonly (readonly Raise[])[];
};

/** What a climb must reach. */
export type Floors = {
  /** The least level of each row. */
  readonly rows: readonly number[];
  /** The least mean of every dimension that applies; null for none. */
  readonly dimension: Fraction | null;
  /** The least overall; null for none, and then every choice worth keeping comes back. */
  readonly overall: Fraction | null;
};

/** A choice of raises and the overall it leads to; null where nothing applies. */
export type Climb = { readonly choice: Choice; readonly overall: Fraction | null };

/**
 * With an overall to reach: the one best choice of raises that reaches every floor, or nothing when none does.
 * Without: all choices worth keeping, most gain first. Exact: whole gains within each dimension, then all
 * dimensions on the least common multiple of their weights.
 */
export function climbs(start: Start, floors: Floors): Climb[] {
  const dimensions = dimensionSums(start);
  const weights = dimensions.map((dimension) => dimension.weights);
  const doubles = inDoubles(weights);
  return doubles
    ? climbWith(doubles, start, dimensions, floors)
    : climbWith(inBigIntegers(weights), start, dimensions, floors);
}

type DimensionSums = { rows: readonly number[]; sum: number; weights: number };

/** The dimensions in which something applies, with Σ weight × level and Σ weight today. */
function dimensionSums({ table, levels }: Start): DimensionSums[] {
  return table.dimensions.flatMap((dimension) => {
    const rows = dimension.rows.filter((row) => typeof levels[row] === "number");
    const weights = rows.reduce((total, row) => total + weightOf(table, row), 0);
    const sum = rows.reduce((total, row) => total + weightOf(table, row) * (levels[row] ?? 0), 0);
    return rows.length > 0 ? [{ rows, sum, weights }] : [];
  });
}

function climbWith<Gain extends number | bigint>(
  arithmetic: Arithmetic<Gain>,
  start: Start,
  dimensions: readonly DimensionSums[],
  floors: Floors,
): Climb[] {
  const { zero, add, subtract, scale, common } = arithmetic;
  const whole = common * BigInt(dimensions.length);
  const today = dimensions.reduce((total, { sum, weights }) => add(total, scale(sum, weights)), zero);
  const needed = floors.overall && subtract(arithmetic.from(ceiling(floors.overall, whole)), today);

  const choices = dimensions.map((dimension) =>
    dimensionChoices(start, dimension, floors).map((choice): Choice<Gain> => ({
      ...choice,
      gain: scale(choice.gain, dimension.weights),
    })),
  );
  // The most that the dimensions before each one can add, and so the least it and those after it must.
  const before: Gain[] = [];
  choices.reduce((most, { 0: best }) => {
    before.push(most);
    return best ? add(most, best.gain) : most;
  }, zero);

  const found = choices.reduceRight<Choices<Gain>>(
    (tails, heads, d) =>
      combine(heads, tails, add, arithmetic.bestPairs, limitsAt(needed, before[d] ?? zero, subtract)),
    [nothing(zero)],
  );
  return found.map((choice) => ({
    choice,
    overall: dimensions.length === 0 ? null : arithmetic.divide(add(today, choice.gain), whole),
  }));
}

function limitsAt<Gain>(
  needed: Gain | null,
  before: Gain,
  subtract: (a: Gain, b: Gain) => Gain,
): Limits<Gain> | null {
  return needed === null ? null : { enough: needed, least: subtract(needed, before) };
}

/** The choices within one dimension that reach its floor, by Σ weight × levels gained. */
function dimensionChoices(
  start: Start,
  { rows, sum, weights }: DimensionSums,
  floors: Floors,
): Choices<number> {
  const all = rows.reduceRight<Choices<number>>(
    (tails, row) =>
      combine(rowChoices(start, row, floors.rows[row] ?? 1), tails, addDoubles, pairsByPlace, null),
    [nothing(0)],
  );
  if (!floors.dimension) return all;
  const least = Number(ceiling(floors.dimension, BigInt(weights))) - sum;
  return all.filter(({ gain }) => gain >= least);
}

function rowChoices({ table, levels, raises }: Start, row: number, least: number): Choices<number> {
  const level = levels[row] ?? 1;
  const choices: Choice<number>[] = (raises[row] ?? [])
    .filter(({ to }) => to >= least)
    .map((raise) => ({
      gain: weightOf(table, row) * (raise.to - level),
      cost: raise.cost,
      count: 1,
      raise: { ...raise, row },
      parts: null,
    }))
    .reverse();
  return level >= least ? [...choices, nothing(0)] : choices;
}

function weightOf(table: ScoringTable, row: number): number {
  return table.rows[row]?.weight ?? 0;
}

/** The least whole number that is at least the fraction times a positive whole number. */
function ceiling({ n, d }: Fraction, times: bigint): bigint {
  const product = BigInt(n) * times;
  const down = product / BigInt(d);
  return down * BigInt(d) < product ? down + 1n : down;
}
