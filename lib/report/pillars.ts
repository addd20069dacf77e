import type { Framework } from "@/lib/framework/schema";
import type { Bounds, Result } from "@/lib/scoring/result";
import { groupingOf } from "./grouping";

/** A What Good Looks Like pillar, or who controls it, with its score; null where nothing in it applies. */
export type Pillar = { id: string; name: string; bounds: Bounds | null };

/** The groups of the lens that results are shown by, in the framework's order; none where it has no such lens. */
export function pillarsOf(framework: Framework, result: Result): Pillar[] {
  const { lens } = groupingOf(framework);
  const groups = framework.lenses.find(({ id }) => id === lens)?.groups ?? [];
  const scores = new Map(result.lenses[lens]?.groups.map(({ id, low, high }) => [id, { low, high }]));
  return groups.map(({ id, name }) => ({ id, name, bounds: scores.get(id) ?? null }));
}
