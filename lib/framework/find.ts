import type { Capability, CareSetting, Criterion, Dimension, Framework, Level } from "@/lib/framework/schema";

type Scoped = { readonly appliesTo: readonly CareSetting[] | null };

/** Every capability of the framework, in file order. */
export function capabilitiesOf(framework: Framework): Capability[] {
  return framework.dimensions.flatMap((dimension) => dimension.capabilities);
}

/** The capability with this id, or undefined when the framework has none. */
export function findCapability(framework: Framework, id: string): Capability | undefined {
  for (const dimension of framework.dimensions) {
    const found = dimension.capabilities.find((capability) => capability.id === id);
    if (found) return found;
  }
  return undefined;
}

/** The dimension that holds this capability, or undefined when the framework has no such capability. */
export function dimensionOf(framework: Framework, capabilityId: string): Dimension | undefined {
  return framework.dimensions.find((dimension) =>
    dimension.capabilities.some(({ id }) => id === capabilityId),
  );
}

/** Whether a capability or criterion applies in a care setting (design 3 §1): named there, or no limit given. */
export function appliesIn(item: Scoped, setting: CareSetting): boolean {
  return item.appliesTo === null || item.appliesTo.includes(setting);
}

/**
 * The criteria that apply in at least one of the settings, by level 1 to 5, in file order. Several settings
 * for an answer given once for the organisation; one for a setting's own.
 */
export function criteriaIn(
  capability: Capability,
  settings: readonly CareSetting[],
): { level: Level; criteria: Criterion[] }[] {
  return capability.levels.map(({ level, criteria }) => ({
    level,
    criteria: criteria.filter((criterion) => settings.some((setting) => appliesIn(criterion, setting))),
  }));
}

/** Whether the capability is a safeguard (gate) in this care setting. */
export function isGate(capability: Capability, setting: CareSetting): boolean {
  return capability.gateFor.includes(setting);
}
