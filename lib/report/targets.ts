import type { CareSetting, Level } from "@/lib/framework/schema";

/** A target as it was set: in the organisation's scope or in a care setting's own. */
export type SetTarget = {
  capabilityId: string;
  scope: string;
  level: number;
  by: Date | null;
  reason: string;
};

/** The target of one capability as it holds in a care setting. */
export type HeldTarget = { level: Level; by: Date | null; reason: string };

/**
 * The targets of a care setting by capability id: its own where it has one, else the organisation's. A capability
 * without one aims at Established (3), which the engine fills in.
 */
export function targetsIn(setting: CareSetting, targets: readonly SetTarget[]): Map<string, HeldTarget> {
  const held = new Map<string, HeldTarget>();
  const inScope = (scope: string) => targets.filter((target) => target.scope === scope);
  for (const { capabilityId, level, by, reason } of [...inScope("organisation"), ...inScope(setting)]) {
    held.set(capabilityId, { level: level as Level, by, reason });
  }
  return held;
}
