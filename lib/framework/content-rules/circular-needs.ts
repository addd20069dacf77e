import { capabilityPlaces, problemAt, type ContentRule } from "@/lib/framework/content-rules/places";

/** `needs` say what is usually wanted first (design 2): followed far enough they never lead back. */
export const circularNeeds: ContentRule = (framework) => {
  const places = capabilityPlaces(framework);
  const needs = new Map(
    places.map(({ capability }) => [capability.id, capability.needs.map((need) => need.capability)]),
  );
  const leadsTo = (from: string, goal: string, seen: Set<string>): boolean => {
    if (from === goal) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (needs.get(from) ?? []).some((next) => leadsTo(next, goal, seen));
  };
  return places.flatMap(({ capability, at }) =>
    capability.needs.flatMap((need, i) =>
      leadsTo(need.capability, capability.id, new Set())
        ? [
            problemAt(
              [...at, "needs", i, "capability"],
              `${need.capability} needs ${capability.id} in turn: a circle`,
            ),
          ]
        : [],
    ),
  );
};
