import type { Framework } from "@/lib/framework/schema";
import type { Bounds, Result } from "@/lib/scoring/result";

/** A What Good Looks Like pillar with its score; null where nothing in it applies. */
export type Pillar = { id: string; name: string; bounds: Bounds | null };

/** The pillars in the framework's order; none where it has no such lens. */
export function pillarsOf(framework: Framework, result: Result): Pillar[] {
  const groups = framework.lenses.find(({ id }) => id === "wgll")?.groups ?? [];
  const scores = new Map(result.lenses.wgll?.groups.map(({ id, low, high }) => [id, { low, high }]));
  return groups.map(({ id, name }) => ({ id, name, bounds: scores.get(id) ?? null }));
}
