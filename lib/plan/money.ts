import type { PlannedAction } from "./action";
import { type Benefit, type BenefitKind, benefitKinds } from "./benefit";
import { type Cost, type CostKind, costKinds, type FundingType, moneyNeeded } from "./cost";
import type { FinancialYear } from "./financial-year";

/** A cost line with the action it belongs to. */
export type CostLine = { action: ActionName; cost: Cost; inAll: number; adjusted: number };

/** A benefit line with the action it belongs to; `countedIn` is the action it is counted under instead. */
export type BenefitLine = { action: ActionName; benefit: Benefit; countedIn: ActionName | null };

export type ActionName = { id: string; title: string };

export type InYear = { year: FinancialYear; amount: number };

/** What one kind of cost comes to, in whole pounds over all its years. */
export type CostTotal = {
  kind: CostKind;
  pounds: number;
  /** The same with each action's optimism adjustment on it. */
  adjusted: number;
  /** The part that finance agreed, not adjusted. */
  agreed: number;
  byYear: readonly InYear[];
};

/** What one kind of benefit comes to. Kinds are never added together, and hours are never pounds. */
export type BenefitTotal = {
  kind: BenefitKind;
  pounds: number;
  agreed: number;
  byYear: readonly InYear[];
  /** Hours whose use no finance owner has stated, over all years. */
  hours: number;
  hoursByYear: readonly InYear[];
  /** Lines that are neither money nor hours. */
  inWords: number;
};

export type FundingTotal = { source: string; type: FundingType; pounds: number };

/** The money of a plan: what each kind comes to, who pays, and every line it is made of. */
export type PlanMoney = {
  /** Each year in which anything falls, in order. */
  years: readonly FinancialYear[];
  costs: readonly CostTotal[];
  costLines: readonly CostLine[];
  funding: readonly FundingTotal[];
  /** Pounds nobody has said they will pay, by kind of cost. */
  unfunded: readonly { kind: CostKind; pounds: number }[];
  /** Lines paid in the wrong sort of money: capital for revenue, or revenue for capital. */
  mismatched: readonly CostLine[];
  /** Pounds in cost lines for keeping the old running beside the new. */
  doubleRunning: number;
  /** Actions with a cost that state neither a double-running cost nor that there is none. */
  doubleRunningNotStated: readonly ActionName[];
  /** Actions with a cost whose optimism adjustment nobody stated. */
  optimismNotStated: readonly ActionName[];
  benefits: readonly BenefitTotal[];
  benefitLines: readonly BenefitLine[];
  /** Benefits of two actions that read alike, so that somebody looks whether they are one. */
  alike: readonly (readonly [BenefitLine, BenefitLine])[];
};

/**
 * Adds up the money of a plan. Ended actions count for nothing. A benefit counts once, however many criteria its action
 * serves, and not at all where it is counted under another action already. Nothing is added across kinds.
 */
export function moneyOf(actions: readonly PlannedAction[]): PlanMoney {
  const live = actions.filter(({ status }) => status !== "ended");
  const costLines = live.flatMap((action) => action.costs.map((cost) => costLine(action, cost)));
  const benefitLines = live.flatMap((action) =>
    action.benefits.map((benefit) => ({
      action: nameOf(action),
      benefit,
      countedIn: countedUnder(live, action, benefit),
    })),
  );
  const costs = costKinds.map((kind) => costTotal(kind, costLines));
  const benefits = benefitKinds.map((kind) => benefitTotal(kind, benefitLines));
  const withCost = live.filter((action) => action.costs.length > 0);
  return {
    years: yearsIn([...costs, ...benefits, ...benefits.map(({ hoursByYear }) => ({ byYear: hoursByYear }))]),
    costs,
    costLines,
    funding: fundingOf(costLines),
    unfunded: costKinds.map((kind) => ({
      kind,
      pounds: sum(costLines.filter(({ cost }) => cost.kind === kind && !cost.funding)),
    })),
    mismatched: costLines.filter(({ cost }) => cost.funding && cost.funding.type !== moneyNeeded(cost.kind)),
    doubleRunning: sum(costLines.filter(({ cost }) => cost.doubleRunning)),
    doubleRunningNotStated: withCost
      .filter((action) => !action.noDoubleRunning && !action.costs.some(({ doubleRunning }) => doubleRunning))
      .map(nameOf),
    optimismNotStated: withCost.filter(({ optimismPercent }) => optimismPercent === null).map(nameOf),
    benefits,
    benefitLines,
    alike: alikeAmong(benefitLines),
  };
}

/** What a year has of one kind; 0 where nothing falls in it. */
export function inYear(byYear: readonly InYear[], year: FinancialYear): number {
  return byYear.find((one) => one.year === year)?.amount ?? 0;
}

/** A benefit as money a year, and of which kind; null where it is hours nobody has put to use, or words. */
export function asMoney({ kind, measure }: Benefit): { kind: BenefitKind; pounds: number } | null {
  if (measure.unit === "pounds") return { kind, pounds: measure.pounds };
  if (measure.unit === "hours" && measure.use) return { kind: measure.use.kind, pounds: measure.use.pounds };
  return null;
}

function nameOf({ id, title }: PlannedAction): ActionName {
  return { id, title };
}

function costLine(action: PlannedAction, cost: Cost): CostLine {
  const inAll = cost.pounds * cost.years;
  const adjusted = Math.round((inAll * (100 + (action.optimismPercent ?? 0))) / 100);
  return { action: nameOf(action), cost, inAll, adjusted };
}

/**
 * The action that a benefit is counted under; null where it is counted as its own. It counts elsewhere only where it
 * truly does: under a live action with a benefit of that kind of its own.
 */
export function countedUnder(
  live: readonly PlannedAction[],
  action: PlannedAction,
  { countedIn, kind }: Benefit,
): ActionName | null {
  const there = live.find(({ id }) => id === countedIn && id !== action.id);
  return there && hasOwn(there, kind) ? nameOf(there) : null;
}

/** Whether an action has a benefit of this kind that is counted under itself. */
export function hasOwn({ benefits }: Pick<PlannedAction, "benefits">, kind: BenefitKind): boolean {
  return benefits.some((benefit) => benefit.kind === kind && benefit.countedIn === null);
}

function costTotal(kind: CostKind, all: readonly CostLine[]): CostTotal {
  const lines = all.filter(({ cost }) => cost.kind === kind);
  return {
    kind,
    pounds: sum(lines),
    adjusted: lines.reduce((total, { adjusted }) => total + adjusted, 0),
    agreed: sum(lines.filter(({ cost }) => cost.agreedBy !== "")),
    byYear: spread(lines.map(({ cost }) => ({ ...cost, amount: cost.pounds }))),
  };
}

function benefitTotal(kind: BenefitKind, all: readonly BenefitLine[]): BenefitTotal {
  const counted = all.filter(({ countedIn }) => countedIn === null).map(({ benefit }) => benefit);
  const money = counted.flatMap((benefit) => {
    const found = asMoney(benefit);
    return found?.kind === kind ? [{ ...benefit, amount: found.pounds }] : [];
  });
  const own = counted.filter((benefit) => benefit.kind === kind);
  const hours = own.flatMap((benefit) =>
    benefit.measure.unit === "hours" && !benefit.measure.use
      ? [{ ...benefit, amount: benefit.measure.hours }]
      : [],
  );
  return {
    kind,
    pounds: inAll(money),
    agreed: inAll(money.filter(({ agreedBy }) => agreedBy !== "")),
    byYear: spread(money),
    hours: inAll(hours),
    hoursByYear: spread(hours),
    inWords: own.filter(({ measure }) => measure.unit === "other").length,
  };
}

function fundingOf(lines: readonly CostLine[]): FundingTotal[] {
  const totals = new Map<string, FundingTotal>();
  for (const { cost, inAll } of lines) {
    if (!cost.funding) continue;
    const { source, type } = cost.funding;
    const key = `${type}/${source.toLowerCase()}`;
    const before = totals.get(key);
    totals.set(key, { source: before?.source ?? source, type, pounds: (before?.pounds ?? 0) + inAll });
  }
  return [...totals.values()].sort((one, other) => other.pounds - one.pounds);
}

function alikeAmong(lines: readonly BenefitLine[]): [BenefitLine, BenefitLine][] {
  const counted = lines.filter(({ countedIn }) => countedIn === null);
  return counted.flatMap((line, index) =>
    counted
      .slice(index + 1)
      .filter((other) => other.action.id !== line.action.id && key(other) === key(line))
      .map((other): [BenefitLine, BenefitLine] => [line, other]),
  );
}

function key({ benefit: { kind, description } }: BenefitLine): string {
  return `${kind}/${description
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()}`;
}

type Spread = { fromYear: FinancialYear; years: number; amount: number };

function inAll(lines: readonly Spread[]): number {
  return lines.reduce((total, { amount, years }) => total + amount * years, 0);
}

function spread(lines: readonly Spread[]): InYear[] {
  const amounts = new Map<FinancialYear, number>();
  for (const { fromYear, years, amount } of lines) {
    for (let year = fromYear; year < fromYear + years; year++)
      amounts.set(year, (amounts.get(year) ?? 0) + amount);
  }
  return [...amounts].map(([year, amount]) => ({ year, amount })).sort((one, other) => one.year - other.year);
}

function sum(lines: readonly CostLine[]): number {
  return lines.reduce((total, { inAll }) => total + inAll, 0);
}

function yearsIn(totals: readonly { byYear: readonly InYear[] }[]): FinancialYear[] {
  const years = new Set(totals.flatMap(({ byYear }) => byYear.map(({ year }) => year)));
  return [...years].sort((one, other) => one - other);
}
