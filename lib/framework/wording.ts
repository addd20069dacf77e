import type { Capability, CareSetting, Criterion } from "@/lib/framework/schema";

/** The capability's name as a care setting says it; null asks for the default wording. */
export function nameIn(capability: Capability, setting: CareSetting | null): string {
  return (setting && capability.wording[setting]?.name) ?? capability.name;
}

/** What the capability is and why it matters, as a care setting says it; null asks for the default wording. */
export function stemIn(capability: Capability, setting: CareSetting | null): string {
  return (setting && capability.wording[setting]?.stem) ?? capability.stem;
}

/** The criterion as a care setting says it; null asks for the default wording. */
export function textIn(criterion: Criterion, setting: CareSetting | null): string {
  return (setting && criterion.wording[setting]) ?? criterion.text;
}
