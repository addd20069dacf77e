import { findCapability } from "@/lib/framework/find";
import type { Capability, Level } from "@/lib/framework/schema";
import type { Route } from "@/lib/scoring/route";
import { cautionsFor } from "./cautions";
import { longestLead } from "./effort-words";
import { criteriaNamed, titleIn, type MissingCriterion, type Standing } from "./findings";

/** One raise of a route, with what to do for it. */
export type RouteStep = {
  capability: Capability;
  title: string;
  from: Level;
  to: Level;
  /** Effort in points. */
  cost: number;
  /** The longest lead time among its criteria, in months. */
  months: number;
  criteria: (MissingCriterion & { level: Level })[];
  /** What is usually wanted first and is not there, in sentences. */
  cautions: string[];
};

export type RouteSteps = {
  steps: RouteStep[];
  /** Raises of sensitive capabilities, for who may not see them: how many, and their effort in points. */
  hidden: { count: number; cost: number };
};

/** A route as steps that can be read and worked through, in framework order. */
export function stepsOf(
  standing: Standing,
  route: Route,
  { showSensitive }: { showSensitive: boolean },
): RouteSteps {
  const { framework, setting, answers } = standing;
  const hidden = { count: 0, cost: 0 };
  const steps = route.raises.flatMap((raise): RouteStep[] => {
    const capability = findCapability(framework, raise.capability);
    if (!capability) return [];
    if (capability.sensitive && !showSensitive) {
      hidden.count += 1;
      hidden.cost += raise.cost;
      return [];
    }
    const criteria = criteriaNamed(capability, setting, raise.criteria, answers);
    return [
      {
        capability,
        title: titleIn(capability, setting),
        from: raise.from,
        to: raise.to,
        cost: raise.cost,
        months: longestLead(
          framework,
          criteria.map(({ effort }) => effort),
        ),
        criteria,
        cautions: cautionsFor(standing, capability, route.result, { showSensitive, way: "this way" }),
      },
    ];
  });
  return { steps, hidden };
}
