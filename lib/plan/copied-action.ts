import type { ActionContent, Serves } from "./action";
import type { Benefit } from "./benefit";
import type { Cost } from "./cost";
import { type Ground, servedCapability } from "./criteria-of-plan";

/**
 * What of an action another trust of the group takes over: a draft, which counts for nothing there until it is put
 * forward. Of what it will meet, the criteria asked there and not met yet; its figures without who pays and who agreed
 * them, since nobody there has.
 */
export function copiedAction(action: ActionContent, ground: Ground | null): ActionContent {
  return {
    ...action,
    ownerId: null,
    status: "draft",
    finishedOn: null,
    endedReason: "",
    serves: ground ? action.serves.flatMap((serves) => openThere(ground, serves)) : [],
    costs: action.costs.map((cost): Cost => ({ ...cost, funding: null, agreedBy: "" })),
    benefits: action.benefits.map(unagreed),
  };
}

function openThere(ground: Ground, { capabilityId, scope, criteria }: Serves): Serves[] {
  const asked = servedCapability(ground, capabilityId, scope)?.criteria ?? [];
  const open = asked.filter(({ id, met }) => !met && criteria.includes(id)).map(({ id }) => id);
  return open.length > 0 ? [{ capabilityId, scope, criteria: open }] : [];
}

function unagreed(benefit: Benefit): Benefit {
  const { measure } = benefit;
  return {
    ...benefit,
    measure: measure.unit === "hours" ? { ...measure, use: null } : measure,
    agreedBy: "",
    countedIn: null,
  };
}
