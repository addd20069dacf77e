import type { Capability } from "@/lib/framework/schema";
import { shownScore } from "@/lib/scoring/shown";
import type { Finding } from "./findings";

type Weighed = { capability: Pick<Capability, "weight">; low: number; high: number };

/**
 * How a mean comes about, in figures: "(3 + 2 + 3 + 3) ÷ 4 = 2.75". Capabilities that weigh more are written with their
 * weight, "(2 × 3 + 2) ÷ 3". While answers are open there is one for each end of the range.
 */
export function meanWorking(levels: readonly Weighed[]): { low: string; high: string } | null {
  if (levels.length === 0) return null;
  const weights = levels.map(({ capability }) => capability.weight);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const written = (of: (level: Weighed) => number) => {
    const parts = levels.map((level, index) => term(weights[index] ?? 1, of(level)));
    const sum = levels.reduce((total, level, index) => total + (weights[index] ?? 1) * of(level), 0);
    return `(${parts.join(" + ")}) ÷ ${whole} = ${decimals(sum / whole)}`;
  };
  return { low: written(({ low }) => low), high: written(({ high }) => high) };
}

function term(weight: number, level: number): string {
  return weight === 1 ? String(level) : `${weight} × ${level}`;
}

/** Up to three decimals, so that a mean can be checked by hand. */
function decimals(value: number): string {
  const written = String(Math.round(value * 1000) / 1000);
  return written.includes(".") ? written : shownScore(value);
}

/** Why a capability is at its level and not at the next, in a sentence. */
export function levelReason({ low, next, missing, answered }: Finding): string {
  if (next === null) return "Every criterion up to the highest level is met.";
  const count = missing.length === 1 ? "1 criterion" : `${missing.length} criteria`;
  const open = answered ? "" : " What is not answered yet counts as not met.";
  return `Level ${low}: level ${next} needs ${count} more.${open}`;
}
