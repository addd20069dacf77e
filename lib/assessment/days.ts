const day = 24 * 60 * 60_000;

/** Whole days from one day to another, both at midnight UTC; negative where the other comes first. */
export function daysBetween(one: Date, other: Date): number {
  return Math.round((other.getTime() - one.getTime()) / day);
}
