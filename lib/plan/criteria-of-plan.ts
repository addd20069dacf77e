import { mayAnswerIn, settingsServed, type AnswerScope } from "@/lib/assessment/scopes";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import { criteriaIn, findCapability } from "@/lib/framework/find";
import type { Capability, CareSetting, Criterion, Framework, Level } from "@/lib/framework/schema";
import type { Serves } from "./action";

/** What an action is measured against: a round's questions and the answers as they stand. */
export type Ground = {
  framework: Framework;
  careSettings: readonly CareSetting[];
  rows: readonly StoredAnswer[];
};

/** A criterion that an action can serve. */
export type ServedCriterion = { id: string; level: Level; criterion: Criterion; met: boolean };

/** One capability in one scope as actions serve it. */
export type ServedCapability = {
  capability: Capability;
  scope: AnswerScope;
  settings: CareSetting[];
  criteria: ServedCriterion[];
};

/** The criteria of a capability in a scope with which are met already; null where nothing is asked there. */
export function servedCapability(
  { framework, careSettings, rows }: Ground,
  capabilityId: string,
  scope: string,
): ServedCapability | null {
  const capability = findCapability(framework, capabilityId);
  if (!capability || !mayAnswerIn(capability, careSettings, scope)) return null;
  const settings = settingsServed(capability, careSettings, scope);
  const answer = rows.find(
    (row) => row.capabilityId === capabilityId && row.scope === scope && !row.withdrawn,
  );
  return {
    capability,
    scope,
    settings,
    criteria: criteriaIn(capability, settings).flatMap(({ level, criteria }) =>
      criteria.map((criterion) => ({
        id: criterion.id,
        level,
        criterion,
        met: answer?.criteria[criterion.id] === "met",
      })),
    ),
  };
}

/** What is not met yet up to a level, ready to be served by an action. */
export function servesUpTo({ capability, scope, criteria }: ServedCapability, to: Level): Serves {
  const open = criteria.filter(({ level, met }) => level <= to && !met);
  return { capabilityId: capability.id, scope, criteria: open.map(({ id }) => id) };
}

/** The criteria among those served that are met already: an action cannot bring them. */
export function alreadyMet(ground: Ground, serves: readonly Serves[]): ServedCriterion[] {
  return serves.flatMap(({ capabilityId, scope, criteria }) =>
    (servedCapability(ground, capabilityId, scope)?.criteria ?? []).filter(
      ({ id, met }) => met && criteria.includes(id),
    ),
  );
}

/** Ticks as forms send them, "c06-3/organisation/c06-3-l3-a", by capability and scope in the order they came. */
export function servesTicked(ticks: readonly string[]): Serves[] {
  const found = new Map<string, { capabilityId: string; scope: string; criteria: string[] }>();
  for (const tick of ticks) {
    const [capabilityId, scope, criterion] = tick.split("/");
    if (!capabilityId || !scope || !criterion) continue;
    const key = `${capabilityId}/${scope}`;
    const serves = found.get(key) ?? { capabilityId, scope, criteria: [] };
    found.set(key, serves);
    if (!serves.criteria.includes(criterion)) serves.criteria.push(criterion);
  }
  return [...found.values()];
}

/** The tick of one criterion in a form. */
export function tickOf(capabilityId: string, scope: string, criterion: string): string {
  return `${capabilityId}/${scope}/${criterion}`;
}

/** The criteria among these that a round does not ask: from another version, another scope, or nowhere. */
export function notAsked(ground: Ground, serves: readonly Serves[]): Serves[] {
  return serves.flatMap(({ capabilityId, scope, criteria }) => {
    const known = servedCapability(ground, capabilityId, scope)?.criteria.map(({ id }) => id) ?? [];
    const unknown = criteria.filter((id) => !known.includes(id));
    return unknown.length > 0 ? [{ capabilityId, scope, criteria: unknown }] : [];
  });
}

/** Two lists of criteria as one, each capability and scope once. */
export function together(one: readonly Serves[], other: readonly Serves[]): Serves[] {
  const ticks = (serves: readonly Serves[]) =>
    serves.flatMap(({ capabilityId, scope, criteria }) =>
      criteria.map((id) => tickOf(capabilityId, scope, id)),
    );
  return servesTicked([...ticks(one), ...ticks(other)]);
}
