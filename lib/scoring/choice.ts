import type { Raise } from "@/lib/scoring/raise";

// The dynamic programme under the shortest route and the frontier (design 3 §7): choices of raises, built up
// capability by capability and dimension by dimension, of which only the ones worth keeping are kept.

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

/** Bounds on what is worth keeping: no more gain than `enough` is of use, and less than `least` is of none. */
export type Limits<Gain> = { readonly enough: Gain; readonly least: Gain };

/** Leaves everything as it is. */
export function nothing<Gain>(gain: Gain): Choice<Gain> {
  return { gain, cost: 0, count: 0, raise: null, parts: null };
}

/**
 * Every pair of a choice from `heads` (earlier in the framework) and one from `tails`, as far as worth keeping.
 * `add` sums two gains: plain numbers, or whole numbers of any size where weights are uncommonly large.
 */
export function combine<Gain extends number | bigint>(
  heads: Choices<Gain>,
  tails: Choices<Gain>,
  add: (a: Gain, b: Gain) => Gain,
  limits: Limits<Gain> | null,
): Choices<Gain> {
  const kept: Choice<Gain>[] = [];
  // For each head, the tail its next pair takes: pairs come out in falling gain, as a merge of sorted lists.
  const next = heads.map(() => 0);
  const gains = heads.map(({ gain }, h) => pairGain(heads, tails, add, h, 0) ?? gain);
  let open = tails.length === 0 ? 0 : heads.length;
  while (open > 0) {
    let best = -1;
    for (let h = 0; h < heads.length; h += 1) {
      if (next[h]! < tails.length && (best < 0 || gains[h]! > gains[best]!)) best = h;
    }
    const gain = gains[best]!;
    if (limits && gain < limits.least) break;
    const head = heads[best]!;
    const tail = tails[next[best]!]!;
    const last = kept.at(-1);
    if (!last || preferPair(head, tail, last)) {
      if (last && (last.gain === gain || (limits && gain >= limits.enough))) kept.pop();
      kept.push({
        gain,
        cost: head.cost + tail.cost,
        count: head.count + tail.count,
        raise: null,
        parts: [head, tail],
      });
    }
    next[best] = next[best]! + 1;
    if (next[best] === tails.length) open -= 1;
    else gains[best] = pairGain(heads, tails, add, best, next[best]!) ?? gain;
  }
  return kept;
}

/** The raises a choice makes, in framework order. */
export function raisesIn(choice: Choice): (Raise & { row: number })[] {
  if (choice.raise) return [choice.raise];
  return choice.parts ? choice.parts.flatMap(raisesIn) : [];
}

function pairGain<Gain>(
  heads: Choices<Gain>,
  tails: Choices<Gain>,
  add: (a: Gain, b: Gain) => Gain,
  h: number,
  t: number,
): Gain | undefined {
  const [head, tail] = [heads[h], tails[t]];
  return head && tail && add(head.gain, tail.gain);
}

/**
 * Whether the pair is to be preferred to another choice for the same capabilities: less effort, then fewer
 * capabilities, then the list that comes first in framework order, then the lower levels.
 */
function preferPair(head: Choice, tail: Choice, other: Choice): boolean {
  const cost = head.cost + tail.cost - other.cost;
  if (cost !== 0) return cost < 0;
  const count = head.count + tail.count - other.count;
  if (count !== 0) return count < 0;
  if (!other.parts) return false;
  const [otherHead, otherTail] = other.parts;
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
