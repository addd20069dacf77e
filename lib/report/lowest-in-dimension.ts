import type { Capability, Framework } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";
import { nextStage } from "./next-stage";

/**
 * The capabilities that pull a dimension below what the next stage asks of it: lowest first, then in framework
 * order, at most `most`.
 */
export function lowestIn(
  framework: Framework,
  result: Result,
  dimensionId: string,
  { showSensitive, most }: { showSensitive: boolean; most: number },
): { capability: Capability; level: number }[] {
  const needs = nextStage(framework, result)?.dimension ?? 5;
  const levels = new Map(result.capabilities.map(({ id, low }) => [id, low]));
  const inside = framework.dimensions.find(({ id }) => id === dimensionId)?.capabilities ?? [];
  return inside
    .filter((capability) => showSensitive || !capability.sensitive)
    .flatMap((capability) => {
      const level = levels.get(capability.id);
      return level !== undefined && level < needs ? [{ capability, level }] : [];
    })
    .sort((one, other) => one.level - other.level)
    .slice(0, most);
}
