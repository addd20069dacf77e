import type { Raise } from "@/lib/scoring/raise";

/** What to do with a run of capabilities: raise some, leave the rest. `gain` is what it adds to a sum of levels. */
export type Choice<Gain = unknown> = {
  readonly gain: Gain;
  /** Effort in points. */
  readonly cost: number;
  /** How many capabilities are raised. */
  readonly count: number;
  /** For a single capability: its raise, or null to leave it. */
  readonly raise: (Raise & { readonly row: number }) | null;
  /** For a run: the choice for its first part and for the rest, in framework order. */
  readonly parts: readonly [Choice, Choice] | null;
};

/**
 * Choices worth keeping, most gain first: each is preferred to every one with as much gain or more. So the
 * last one that gains enough is the best that does.
 */
export type Choices<Gain> = readonly Choice<Gain>[];

/** Leaves everything as it is. */
export function nothing<Gain>(gain: Gain): Choice<Gain> {
  return { gain, cost: 0, count: 0, raise: null, parts: null };
}

/** The raises a choice makes, in framework order. */
export function raisesIn(choice: Choice): (Raise & { row: number })[] {
  if (choice.raise) return [choice.raise];
  return choice.parts ? choice.parts.flatMap(raisesIn) : [];
}

/**
 * Whether the first pair of choices is preferred to the second, for the same capabilities: less effort, then
 * fewer capabilities, then the list that comes first in framework order, then the lower levels (design 3 §7).
 */
export function prefer(head: Choice, tail: Choice, otherHead: Choice, otherTail: Choice): boolean {
  const cost = head.cost + tail.cost - otherHead.cost - otherTail.cost;
  if (cost !== 0) return cost < 0;
  const count = head.count + tail.count - otherHead.count - otherTail.count;
  if (count !== 0) return count < 0;
  const list = compareLists(head, otherHead) || compareLists(tail, otherTail);
  if (list !== 0) return list < 0;
  return (compareLevels(head, otherHead) || compareLevels(tail, otherTail)) < 0;
}

/** Below 0 when the first capability that only one of the two raises is raised by `a`. */
function compareLists(a: Choice, b: Choice): number {
  if (a === b) return 0;
  if (a.parts && b.parts) {
    return compareLists(a.parts[0], b.parts[0]) || compareLists(a.parts[1], b.parts[1]);
  }
  return b.count - a.count;
}

/** Below 0 when `a` has the lower level at the first capability where two choices for the same list differ. */
function compareLevels(a: Choice, b: Choice): number {
  if (a === b) return 0;
  if (a.parts && b.parts) {
    return compareLevels(a.parts[0], b.parts[0]) || compareLevels(a.parts[1], b.parts[1]);
  }
  return (a.raise?.to ?? 0) - (b.raise?.to ?? 0);
}
