import type { CareSetting, Framework, Level } from "@/lib/framework/schema";
import { positionAt, type Levels } from "@/lib/scoring/position";
import type { Result } from "@/lib/scoring/result";
import { tableOf } from "@/lib/scoring/table";
import { overallMissing } from "./stage-words";

/** Capabilities that may be compared: ids in the earlier and in the later version (`comparablePairs`). */
export type ComparedPairs = readonly { from: string; to: string }[];

/** How a care setting moved between two rounds, on the capabilities that can be compared. */
export type RoundChange = {
  /** The overall score of both rounds on the comparable set, unrounded; the set is the same, so they compare. */
  earlier: number;
  later: number;
  by: number;
  /** What the next stage needed of the overall score of each round and it had not reached; left out where it had. */
  needs: { earlier?: number; later?: number };
  rose: number;
  fell: number;
  /** Size of the set, and how many capabilities the later round has. */
  comparable: number;
  of: number;
};

/** One capability that both rounds scored, with its level then and now, at the low bounds. */
export type ComparedLevel = { id: string; from: Level; to: Level };

/**
 * The change of the overall score (design 3 §9): both totals over the capabilities that both rounds scored and that
 * are declared comparable, from the levels kept in the two results, in the later version's dimensions and weights.
 * Null where nothing can be compared.
 */
export function changeBetween(
  framework: Framework,
  setting: CareSetting,
  earlier: Result,
  later: Result,
  comparable: ComparedPairs,
): RoundChange | null {
  const compared = comparedLevels(earlier, later, comparable);
  const byId = new Map(compared.map((level) => [level.id, level]));
  const table = tableOf(framework, setting);
  const overallAt = (of: (level: ComparedLevel) => Level) => {
    const levels: Levels = table.rows.map(({ id }) => {
      const level = byId.get(id);
      return level ? of(level) : null;
    });
    return positionAt(table, levels).overall?.value;
  };
  const totals = { earlier: overallAt(({ from }) => from), later: overallAt(({ to }) => to) };
  if (totals.earlier === undefined || totals.later === undefined) return null;
  return {
    earlier: totals.earlier,
    later: totals.later,
    by: totals.later - totals.earlier,
    needs: { earlier: overallMissing(earlier), later: overallMissing(later) },
    rose: compared.filter(({ from, to }) => to > from).length,
    fell: compared.filter(({ from, to }) => to < from).length,
    comparable: compared.length,
    of: later.capabilities.length,
  };
}

/** The capabilities that both rounds scored and that may be compared, by their ids in the later version, in its order. */
export function comparedLevels(earlier: Result, later: Result, comparable: ComparedPairs): ComparedLevel[] {
  const before = new Map(earlier.capabilities.map(({ id, low }) => [id, low]));
  const comparedWith = new Map(comparable.map(({ from, to }) => [to, from]));
  return later.capabilities.flatMap(({ id, low }) => {
    const from = before.get(comparedWith.get(id) ?? "");
    return from === undefined ? [] : [{ id, from, to: low }];
  });
}
