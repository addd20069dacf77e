import { scopeName } from "@/lib/framework/setting-names";
import { textIn } from "@/lib/framework/wording";
import type { Serves } from "@/lib/plan/action";
import { type Ground, servedCapability, type ServedCapability, tickOf } from "@/lib/plan/criteria-of-plan";
import { titleIn } from "./findings";

/** A question in one scope as people read it, "6.3 Continuity and disaster recovery (whole trust)". */
export function servedTitle({ framework, careSettings }: Ground, served: ServedCapability): string {
  const [first] = served.settings;
  const title = first ? titleIn(served.capability, first) : served.capability.name;
  return careSettings.length > 1 ? `${title} (${scopeName(framework, served.scope).toLowerCase()})` : title;
}

/** What an action serves, in words, with what is met; a question the round does not ask is named by its id. */
export function servedGroups(ground: Ground, serves: readonly Serves[]) {
  return serves.map((one) => {
    const served = servedCapability(ground, one.capabilityId, one.scope);
    const known = served?.criteria.filter(({ id }) => one.criteria.includes(id)) ?? [];
    const setting = served?.settings[0] ?? null;
    return {
      id: `${one.capabilityId}-${one.scope}`,
      title: served ? servedTitle(ground, served) : one.capabilityId,
      capabilityId: one.capabilityId,
      scope: one.scope,
      criteria: known.map(({ id, level, criterion, met }) => ({
        id,
        level,
        met,
        text: textIn(criterion, setting),
      })),
      gone: one.criteria.length - known.length,
    };
  });
}

/** Every statement of a question that can be ticked for an action, with those in `serves` ticked. */
export function tickGroup(ground: Ground, served: ServedCapability, serves: Serves | undefined) {
  const { capability, scope, criteria, settings } = served;
  return {
    id: `${capability.id}-${scope}`,
    title: servedTitle(ground, served),
    ticks: criteria
      .filter(({ id, met }) => !met || serves?.criteria.includes(id))
      .map(({ id, level, criterion, met }) => ({
        value: tickOf(capability.id, scope, id),
        text: textIn(criterion, settings[0] ?? null),
        level,
        met,
        ticked: serves?.criteria.includes(id) ?? false,
      })),
  };
}
