import { appliesIn } from "@/lib/framework/find";
import type { Capability, CareSetting } from "@/lib/framework/schema";

/** Where one answer serves: the whole organisation, or one care setting. */
export type AnswerScope = "organisation" | CareSetting;

/** The care settings of an assessment in which a capability applies, in the assessment's order. */
export function settingsWhereApplies(
  capability: Capability,
  careSettings: readonly CareSetting[],
): CareSetting[] {
  return careSettings.filter((setting) => appliesIn(capability, setting));
}

/**
 * The scopes a capability is answered in: once for the organisation, or once per care setting where it applies.
 * A setting that "differs here" may add its own scope to an organisation-scope capability; see `mayAnswerIn`.
 */
export function scopesOf(capability: Capability, careSettings: readonly CareSetting[]): AnswerScope[] {
  const settings = settingsWhereApplies(capability, careSettings);
  if (settings.length === 0) return [];
  return capability.scope === "organisation" ? ["organisation"] : settings;
}

/** True where an answer in this scope is allowed at all, "differs here" included. */
export function mayAnswerIn(
  capability: Capability,
  careSettings: readonly CareSetting[],
  scope: string,
): scope is AnswerScope {
  const settings = settingsWhereApplies(capability, careSettings);
  if (scope === "organisation") return capability.scope === "organisation" && settings.length > 0;
  return settings.some((setting) => setting === scope);
}

/** True for a care setting's own answer to a capability that is otherwise answered once for the organisation. */
export function differsHere(capability: Capability, scope: AnswerScope): boolean {
  return capability.scope === "organisation" && scope !== "organisation";
}

/** The care settings that an answer in this scope serves: all where the capability applies, or just the one. */
export function settingsServed(
  capability: Capability,
  careSettings: readonly CareSetting[],
  scope: AnswerScope,
): CareSetting[] {
  return scope === "organisation" ? settingsWhereApplies(capability, careSettings) : [scope];
}
