import { capabilitiesOf, isGate } from "@/lib/framework/find";
import type { CareSetting, Framework, Level } from "@/lib/framework/schema";
import type { Result } from "./result";

/** The level at which a safeguard counts as secured: where gates begin to bite (scoring rules, 4). */
export const SECURED: Level = 3;

/** A safeguard in a care setting with its level at the low bound. */
export type Safeguard = { capabilityId: string; level: Level; secured: boolean };

/** The levels of a result, which is all that its safeguards are read from. */
export type LevelsKept = { capabilities: readonly Pick<Result["capabilities"][number], "id" | "low">[] };

/** Every safeguard that applies in a care setting, in framework order. */
export function safeguardsOf(framework: Framework, setting: CareSetting, result: LevelsKept): Safeguard[] {
  const levels = new Map(result.capabilities.map(({ id, low }) => [id, low]));
  return capabilitiesOf(framework).flatMap((capability) => {
    const level = levels.get(capability.id);
    if (level === undefined || !isGate(capability, setting)) return [];
    return [{ capabilityId: capability.id, level, secured: level >= SECURED }];
  });
}
