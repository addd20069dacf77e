import { prefer, type Choice, type Choices } from "@/lib/scoring/choice";

// The dynamic programme under the shortest route and the frontier (design 3 §7): choices of raises, built up
// capability by capability and dimension by dimension, of which only those worth keeping are kept.

/** Bounds on what is worth keeping: no more gain than `enough` is of use, and less than `least` is of none. */
export type Limits<Gain> = { readonly enough: Gain; readonly least: Gain };

/** The preferred pair for each gain, most gain first; what gains enough or more is one and the same. */
export type BestPairs<Gain> = (
  heads: Choices<Gain>,
  tails: Choices<Gain>,
  limits: Limits<Gain> | null,
) => Pair<Gain>[];

type Pair<Gain> = readonly [head: Choice<Gain>, tail: Choice<Gain>];

/** Every pair of a choice from `heads` (earlier in the framework) and one from `tails`, as far as worth keeping. */
export function combine<Gain>(
  heads: Choices<Gain>,
  tails: Choices<Gain>,
  add: (a: Gain, b: Gain) => Gain,
  bestPairs: BestPairs<Gain>,
  limits: Limits<Gain> | null,
): Choices<Gain> {
  const kept: Choice<Gain>[] = [];
  for (const [head, tail] of bestPairs(heads, tails, limits)) {
    const last = kept.at(-1);
    if (last?.parts && !prefer(head, tail, last.parts[0], last.parts[1])) continue;
    kept.push({
      gain: add(head.gain, tail.gain),
      cost: head.cost + tail.cost,
      count: head.count + tail.count,
      raise: null,
      parts: [head, tail],
    });
  }
  return kept;
}

/** For gains of any size and kind. */
export function pairsByGain<Gain extends number | bigint>(add: (a: Gain, b: Gain) => Gain): BestPairs<Gain> {
  return (heads, tails, limits) => {
    const best = new Map<Gain, Pair<Gain>>();
    for (const head of heads) {
      for (const tail of tails) {
        const sum = add(head.gain, tail.gain);
        if (limits && sum < limits.least) break;
        const gain = limits && sum > limits.enough ? limits.enough : sum;
        const known = best.get(gain);
        if (!known || prefer(head, tail, known[0], known[1])) best.set(gain, [head, tail]);
      }
    }
    return [...best].sort(([a], [b]) => (a > b ? -1 : 1)).map(([, pair]) => pair);
  };
}

/** As wide a range of gains as is laid out place by place: frameworks without large weights stay far below. */
const WIDEST = 100_000;

/** The same for plain numbers in a narrow range, several times as fast: a place for each gain, in arrays. */
export const pairsByPlace: BestPairs<number> = (heads, tails, limits) => {
  const { enough, least } = limits ?? { enough: Infinity, least: -Infinity };
  const most = gainAt(heads, 0) + gainAt(tails, 0);
  const fewest = gainAt(heads, -1) + gainAt(tails, -1);
  const top = Math.min(enough, most);
  const bottom = Math.min(top, Math.max(least, fewest));
  const places = top - bottom + 1;
  if (!(places <= WIDEST)) return pairsByGain<number>((a, b) => a + b)(heads, tails, limits);

  const costs = new Float64Array(places).fill(Infinity);
  const best = new Array<Pair<number> | undefined>(places);
  for (const head of heads) {
    for (const tail of tails) {
      const sum = head.gain + tail.gain;
      if (sum < least) break;
      const place = Math.min(sum, top) - bottom;
      const cost = head.cost + tail.cost;
      const known = costs[place] ?? Infinity;
      if (cost > known) continue;
      const pair = best[place];
      if (cost === known && pair && !prefer(head, tail, pair[0], pair[1])) continue;
      costs[place] = cost;
      best[place] = [head, tail];
    }
  }
  return best.filter((pair) => pair !== undefined).reverse();
};

/** NaN where there is none: then nothing pairs, whatever the range. */
function gainAt(choices: Choices<number>, index: number): number {
  return choices.at(index)?.gain ?? NaN;
}
