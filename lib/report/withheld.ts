import { findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";
import { toldResult } from "./told-result";

/** How many sensitive items are counted in a result and not named in this copy of it. */
export type Withheld = { capabilities: number; safeguards: number };

/**
 * A result for who may not see sensitive items: their levels and the safeguards among them are left out and counted;
 * scores and stage stay (design 1, "What must be true everywhere"). Where the number of safeguards would tell of each of
 * them, they stand in no condition, and all there are count as withheld, whether they hold the stage or not.
 */
export function withoutSensitiveItems(
  framework: Framework,
  setting: CareSetting,
  whole: Result,
): { result: Result; withheld: Withheld } {
  const { result, untold } = toldResult(framework, setting, whole, { showSensitive: false });
  const isSensitive = (id: string) => findCapability(framework, id)?.sensitive ?? true;
  const capabilities = result.capabilities.filter(({ id }) => !isSensitive(id));
  const heldBy = result.heldBy.filter((held) => held.kind !== "gate" || !isSensitive(held.capability));
  return {
    result: { ...result, capabilities, heldBy },
    withheld: {
      capabilities: result.capabilities.length - capabilities.length,
      safeguards: untold > 0 ? untold : result.heldBy.length - heldBy.length,
    },
  };
}
