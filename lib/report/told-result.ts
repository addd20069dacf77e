import { findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";
import { type LevelsKept, type Safeguard, safeguardsOf } from "@/lib/scoring/safeguards";
import { nextStage } from "./next-stage";

/** What of a result says how its conditions stand. */
type Conditions = Pick<Result, "stage" | "distance" | "heldBy" | "dimensions"> & LevelsKept;

/** A result as somebody may be told it, with the safeguards that are counted in it. */
export type ToldResult<Kept extends Conditions = Result> = {
  result: Kept;
  /** Those that are counted, in framework order; some may still not be named. */
  safeguards: Safeguard[];
  /** Sensitive safeguards that are in no count, neither of safeguards nor of conditions; 0 for most. */
  untold: number;
};

/**
 * A result for somebody. Who may not see sensitive items is told how many safeguards are below their level, unnamed
 * (design 1, "What must be true everywhere"), but only where that leaves each of them in doubt: where none or all of the
 * sensitive ones are below it, their number would say of every one of them how it stands. Then they stand in no count,
 * in either case alike (decision 0038). Told twice it says the same.
 */
export function toldResult<Kept extends Conditions>(
  framework: Framework,
  setting: CareSetting,
  result: Kept,
  { showSensitive }: { showSensitive: boolean },
): ToldResult<Kept> {
  const all = safeguardsOf(framework, setting, result);
  const isSensitive = (id: string) => findCapability(framework, id)?.sensitive ?? true;
  const sensitive = all.filter(({ capabilityId }) => isSensitive(capabilityId));
  const holding = result.heldBy.filter((held) => held.kind === "gate" && isSensitive(held.capability));
  const inDoubt = (below: number) => below > 0 && below < sensitive.length;
  const asked = (nextStage(framework, result)?.gate ?? 1) > 1;
  const doubtful =
    inDoubt(sensitive.filter(({ secured }) => !secured).length) && (!asked || inDoubt(holding.length));
  if (showSensitive || sensitive.length === 0 || doubtful) return { result, safeguards: all, untold: 0 };
  const { unmet, of } = result.distance;
  const conditions = 1 + all.length + (framework.dimensionSlack === null ? 0 : result.dimensions.length);
  return {
    result: {
      ...result,
      heldBy: result.heldBy.filter((held) => !holding.includes(held)),
      // Where it was told before, or there is no stage above, there is nothing to leave out.
      ...(of === conditions && {
        distance: { unmet: unmet - holding.length, of: of - sensitive.length },
      }),
    },
    safeguards: all.filter((safeguard) => !sensitive.includes(safeguard)),
    untold: sensitive.length,
  };
}
