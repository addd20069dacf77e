import { emptyAction, type PlannedAction } from "@/lib/plan/action";
import type { Benefit } from "@/lib/plan/benefit";
import type { Cost } from "@/lib/plan/cost";

let made = 0;

/** An action that is under way and due at the end of March 2028, with nothing in it unless told. */
export function anAction(changes: Partial<PlannedAction> = {}): PlannedAction {
  made += 1;
  return {
    ...emptyAction,
    id: `action-${made}`,
    version: 1,
    title: `Action ${made}`,
    ownerTitle: "Head of infrastructure",
    status: "in_progress",
    startsOn: "2027-01-04",
    dueOn: "2028-03-31",
    ...changes,
  };
}

/** A one-off capital cost of £10,000 in 2027/28 that nobody pays yet. */
export function aCost(changes: Partial<Cost> = {}): Cost {
  made += 1;
  return {
    id: `cost-${made}`,
    kind: "one_off_capital",
    description: "Servers",
    assumption: "A supplier's quote",
    pounds: 10_000,
    fromYear: 2027,
    years: 1,
    funding: null,
    doubleRunning: false,
    agreedBy: "",
    ...changes,
  };
}

/** A cash-releasing benefit of £10,000 in 2027/28. */
export function aBenefit(changes: Partial<Benefit> = {}): Benefit {
  made += 1;
  return {
    id: `benefit-${made}`,
    kind: "cash_releasing",
    description: `Benefit ${made}`,
    assumption: "Last year's invoices",
    measure: { unit: "pounds", pounds: 10_000 },
    fromYear: 2027,
    years: 1,
    agreedBy: "",
    countedIn: null,
    ...changes,
  };
}
