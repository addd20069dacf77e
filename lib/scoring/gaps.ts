import type { CareSetting, Framework, Level } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import { judge } from "@/lib/scoring/level";
import { raiseTo } from "@/lib/scoring/raise";
import { tableOf } from "@/lib/scoring/table";

/** A capability below its target, with everything its place in the list is made of (design 3 §6). */
export type Gap = {
  capability: string;
  /** Today's level, at its low bound. */
  level: Level;
  target: Level;
  /** target − level. */
  gap: number;
  /** (1 + gap)² − 1: one gap of three levels outranks three of one. */
  weight: number;
  importance: Importance;
  /** 1.5 for a safeguard below its target, else 1. */
  gateBoost: number;
  /** weight × importance × gateBoost. */
  value: number;
  /** Points of the criteria to meet up to the target, or what the trust says in their place. */
  effort: number;
  /** What the framework gives for both, where the trust says otherwise; null where it does not. */
  byDefault: { importance: Importance | null; effort: number | null };
  /** Those criteria, in file order. */
  missing: string[];
};

export type Importance = 1 | 2 | 3;

/** By value; by value ÷ effort; by value. Equals stand in framework order. */
export type GapLists = { mustDo: Gap[]; doSoon: Gap[]; planAndFund: Gap[] };

/** The level wanted of a capability where nobody set a target. */
export const DEFAULT_TARGET = 3;

const GATE_BOOST = 1.5;

/** The most effort, in points, that "do soon" holds. */
const SOON = 6;

/** What a trust says in place of the framework, by capability id. */
export type GapAdjustments = {
  readonly importance?: ReadonlyMap<string, Importance>;
  readonly effort?: ReadonlyMap<string, number>;
};

/**
 * The three lists of design 3 §6, from the low bounds: must do (safeguards below target), do soon (at most six
 * points of effort), plan and fund (the rest). `importance` and `effort` (in points) are the trust's own, where they
 * differ from the framework's.
 */
export function gapLists(
  framework: Framework,
  careSetting: CareSetting,
  answers: Answers,
  targets: ReadonlyMap<string, { readonly level: Level }>,
  { importance = new Map(), effort = new Map() }: GapAdjustments = {},
): GapLists {
  const lists: GapLists = { mustDo: [], doSoon: [], planAndFund: [] };
  for (const { id, capability, gate, rungs } of tableOf(framework, careSetting).rows) {
    const answer = answers.get(id);
    const target = targets.get(id)?.level ?? DEFAULT_TARGET;
    const raise = answer?.notApplicable ? undefined : raiseTo(target, rungs, framework.effortPoints, answer);
    if (!raise) continue;
    const { low } = judge(rungs, answer);
    const gap: Gap = {
      capability: id,
      level: low,
      target,
      ...worth(target - low, importance.get(id) ?? capability.importance, gate),
      effort: effort.get(id) ?? raise.cost,
      byDefault: {
        importance: importance.has(id) ? capability.importance : null,
        effort: effort.has(id) ? raise.cost : null,
      },
      missing: [...raise.criteria],
    };
    if (gate) lists.mustDo.push(gap);
    else if (gap.effort <= SOON) lists.doSoon.push(gap);
    else lists.planAndFund.push(gap);
  }
  lists.mustDo.sort((a, b) => b.value - a.value);
  // a ÷ x > b ÷ y without dividing: all are multiples of a half, so the products are exact.
  lists.doSoon.sort((a, b) => b.value * a.effort - a.value * b.effort);
  lists.planAndFund.sort((a, b) => b.value - a.value);
  return lists;
}

function worth(
  gap: number,
  importance: Importance,
  gate: boolean,
): Pick<Gap, "gap" | "weight" | "importance" | "gateBoost" | "value"> {
  const weight = (1 + gap) ** 2 - 1;
  const gateBoost = gate ? GATE_BOOST : 1;
  return { gap, weight, importance, gateBoost, value: weight * importance * gateBoost };
}
