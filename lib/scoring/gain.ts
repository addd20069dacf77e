import { pairsByGain, pairsByPlace, type BestPairs } from "@/lib/scoring/combine";
import { leastCommonMultiple, quotient, ratio, type Fraction } from "@/lib/scoring/fraction";

/** How to reckon with sums of levels of all dimensions, on a common multiple of the dimensions' weights. */
export type Arithmetic<Gain> = {
  readonly common: bigint;
  readonly zero: Gain;
  readonly from: (whole: bigint) => Gain;
  readonly add: (a: Gain, b: Gain) => Gain;
  readonly subtract: (a: Gain, b: Gain) => Gain;
  readonly divide: (sum: Gain, whole: bigint) => Fraction;
  /** A sum of levels within a dimension of this weight, as its share of the common multiple. */
  readonly scale: (sum: number, weight: number) => Gain;
  readonly bestPairs: BestPairs<Gain>;
};

export function addDoubles(a: number, b: number): number {
  return a + b;
}

/** In whole doubles; null where the common multiple is too large for them to stay exact. */
export function inDoubles(weights: readonly number[]): Arithmetic<number> | null {
  let common = 1;
  for (const weight of weights) common = leastCommonMultiple(common, weight);
  // No level is above 5, so no sum is above this.
  if (!Number.isSafeInteger(5 * common * weights.length)) return null;
  return {
    common: BigInt(common),
    zero: 0,
    from: Number,
    add: addDoubles,
    subtract: (a, b) => a - b,
    divide: (sum, whole) => ratio(sum, Number(whole)),
    scale: (sum, weight) => sum * (common / weight),
    bestPairs: pairsByPlace,
  };
}

/** In whole numbers of any size. */
export function inBigIntegers(weights: readonly number[]): Arithmetic<bigint> {
  const common = weights.reduce((product, weight) => product * BigInt(weight), 1n);
  const add = (a: bigint, b: bigint) => a + b;
  return {
    common,
    zero: 0n,
    from: (whole) => whole,
    add,
    subtract: (a, b) => a - b,
    divide: quotient,
    scale: (sum, weight) => BigInt(sum) * (common / BigInt(weight)),
    bestPairs: pairsByGain(add),
  };
}
