import type { CareSetting, Framework } from "@/lib/framework/schema";
import { positionAt, type Levels } from "@/lib/scoring/position";
import type { Result } from "@/lib/scoring/result";
import { tableOf } from "@/lib/scoring/table";

/** Capabilities that may be compared: ids in the earlier and in the later version (`comparablePairs`). */
export type ComparedPairs = readonly { from: string; to: string }[];

/** How a care setting moved between two rounds, on the capabilities that can be compared. */
export type RoundChange = {
  /** The overall score of both rounds on the comparable set, unrounded; the set is the same, so they compare. */
  earlier: number;
  later: number;
  by: number;
  rose: number;
  fell: number;
  /** Size of the set, and how many capabilities the later round has. */
  comparable: number;
  of: number;
};

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
  const before = new Map(earlier.capabilities.map(({ id, low }) => [id, low]));
  const now = new Map(later.capabilities.map(({ id, low }) => [id, low]));
  const comparedWith = new Map(comparable.map(({ from, to }) => [to, from]));
  const table = tableOf(framework, setting);
  const pairs = table.rows.map(({ id }) => {
    const [from, to] = [before.get(comparedWith.get(id) ?? ""), now.get(id)];
    return from === undefined || to === undefined ? null : { from, to };
  });
  const overallAt = (levels: Levels) => positionAt(table, levels).overall?.value;
  const totals = {
    earlier: overallAt(pairs.map((pair) => pair && pair.from)),
    later: overallAt(pairs.map((pair) => pair && pair.to)),
  };
  if (totals.earlier === undefined || totals.later === undefined) return null;
  const compared = pairs.filter((pair) => pair !== null);
  return {
    earlier: totals.earlier,
    later: totals.later,
    by: totals.later - totals.earlier,
    rose: compared.filter(({ from, to }) => to > from).length,
    fell: compared.filter(({ from, to }) => to < from).length,
    comparable: compared.length,
    of: later.capabilities.length,
  };
}
