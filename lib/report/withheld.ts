import { findCapability } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import type { Result } from "@/lib/scoring/result";

/** How many sensitive items are counted in a result and not named in this copy of it. */
export type Withheld = { capabilities: number; safeguards: number };

/**
 * A result for who may not see sensitive items: their levels and the safeguards among them are left out and counted;
 * scores, stage and distance stay (design 1, "What must be true everywhere").
 */
export function withoutSensitiveItems(
  framework: Framework,
  result: Result,
): { result: Result; withheld: Withheld } {
  const isSensitive = (id: string) => findCapability(framework, id)?.sensitive ?? true;
  const capabilities = result.capabilities.filter(({ id }) => !isSensitive(id));
  const heldBy = result.heldBy.filter((held) => held.kind !== "gate" || !isSensitive(held.capability));
  return {
    result: { ...result, capabilities, heldBy },
    withheld: {
      capabilities: result.capabilities.length - capabilities.length,
      safeguards: result.heldBy.length - heldBy.length,
    },
  };
}
