import type { Capability, CareSetting, Effort, Level, Thresholds } from "@/lib/framework/schema";
import { criteriaIn } from "@/lib/framework/find";
import { decimal } from "@/lib/scoring/fraction";

/** One level above 1 of a ladder, as it applies: its criteria and how many of them must be met. */
export type Rung = {
  readonly level: Level;
  readonly criteria: readonly { readonly id: string; readonly effort: Effort }[];
  readonly required: number;
};

/** The rungs of levels 2, 3, 4 and 5, in that order. */
export type Rungs = readonly Rung[];

/** Every criterion of a level must be met, as in `nhs-trust`. */
export const EVERY_CRITERION: Thresholds = { "2": 1, "3": 1, "4": 1, "5": 1 };

const cache = new WeakMap<Capability, Map<string, Rungs>>();

/** The ladder of a capability as it applies in these settings; kept, since frameworks never change in memory. */
export function rungsOf(
  capability: Capability,
  settings: readonly CareSetting[],
  thresholds: Thresholds,
): Rungs {
  const kept = cache.get(capability) ?? new Map<string, Rungs>();
  const key = `${settings.join()}|${thresholds["2"]}|${thresholds["3"]}|${thresholds["4"]}|${thresholds["5"]}`;
  const found = kept.get(key);
  if (found) return found;
  const rungs = criteriaIn(capability, settings).flatMap(({ level, criteria }): Rung[] =>
    level === 1
      ? []
      : [
          {
            level,
            criteria: criteria.map(({ id, effort }) => ({ id, effort })),
            required: requiredOf(thresholds[level], criteria.length),
          },
        ],
  );
  cache.set(capability, kept.set(key, rungs));
  return rungs;
}

/** The least whole number whose share of `count` is at least the threshold, exactly. */
function requiredOf(threshold: number, count: number): number {
  const { n, d } = decimal(threshold);
  return Number((BigInt(n) * BigInt(count) + BigInt(d) - 1n) / BigInt(d));
}
