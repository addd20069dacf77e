import {
  actionHeadings,
  actionLabels,
  closingHeadings,
  criteriaHeadings,
  planSheetNames,
} from "@/lib/exchange/plan-workbook";
import { type PlannedAction, phaseName, statusNames } from "@/lib/plan/action";
import { type Benefit, benefitKindNames } from "@/lib/plan/benefit";
import { costKindNames, fundingTypeNames } from "@/lib/plan/cost";
import { yearName } from "@/lib/plan/financial-year";
import { moneyOf, type PlanMoney } from "@/lib/plan/money";
import type { ReportSheet } from "./report-sheets";
import type { Cell } from "./report-table";

/** A plan as sheets: its actions, what they will meet, each cost and each benefit with what it rests on. */
export function planSheets(actions: readonly PlannedAction[]): ReportSheet[] {
  const money = moneyOf(actions);
  return [
    actionSheet(actions),
    criteriaSheet(actions),
    costSheet(money),
    benefitSheet(money),
    totalSheet(money),
  ];
}

function actionSheet(actions: readonly PlannedAction[]): ReportSheet {
  return {
    name: planSheetNames.actions,
    columns: columns(
      [actionLabels.id, 38],
      [actionHeadings.title, 60],
      [actionHeadings.description, 60],
      [actionHeadings.phase, 10],
      [actionHeadings.status, 14],
      [actionHeadings.ownerTitle, 34],
      [actionHeadings.startsOn, 18],
      [actionHeadings.dueOn, 18],
      [closingHeadings.finishedOn, 18],
      [closingHeadings.endedReason, 40],
      [actionHeadings.risk, 50],
      [actionHeadings.likelihood, 10],
      [actionHeadings.impact, 10],
      [actionHeadings.optimismPercent, 12],
      [actionHeadings.noDoubleRunning, 12],
      [actionLabels.version, 10],
    ),
    rows: actions.map((action): Cell[] => [
      action.id,
      action.title,
      action.description,
      phaseName(action.phase),
      statusNames[action.status],
      action.ownerTitle,
      day(action.startsOn),
      day(action.dueOn),
      day(action.finishedOn),
      action.endedReason,
      action.risk?.text ?? null,
      action.risk?.likelihood ?? null,
      action.risk?.impact ?? null,
      action.optimismPercent,
      action.noDoubleRunning ? "Yes" : null,
      action.version,
    ]),
  };
}

function criteriaSheet(actions: readonly PlannedAction[]): ReportSheet {
  return {
    name: planSheetNames.criteria,
    columns: columns(
      [criteriaHeadings.id, 38],
      [criteriaHeadings.action, 60],
      [criteriaHeadings.capability, 14],
      [criteriaHeadings.scope, 16],
      [criteriaHeadings.criterion, 16],
    ),
    rows: actions.flatMap(({ id, title, serves }) =>
      serves.flatMap(({ capabilityId, scope, criteria }) =>
        criteria.map((criterion): Cell[] => [id, title, capabilityId, scope, criterion]),
      ),
    ),
  };
}

function costSheet({ costLines }: PlanMoney): ReportSheet {
  return {
    name: "Costs",
    columns: columns(
      ["Action", 60],
      ["Cost", 40],
      ["Kind", 20],
      ["Pounds, or pounds a year", 16],
      ["From year", 12],
      ["Years", 8],
      ["Pounds in all", 16],
      ["With optimism adjustment", 16],
      ["Double running", 12],
      ["Who pays", 34],
      ["Sort of money", 12],
      ["What it rests on", 60],
      ["Agreed by finance", 34],
    ),
    rows: costLines.map(({ action, cost, inAll, adjusted }): Cell[] => [
      action.title,
      cost.description,
      costKindNames[cost.kind],
      cost.pounds,
      yearName(cost.fromYear),
      cost.years,
      inAll,
      adjusted,
      cost.doubleRunning ? "Yes" : null,
      cost.funding?.source ?? null,
      cost.funding ? fundingTypeNames[cost.funding.type] : null,
      cost.assumption,
      cost.agreedBy,
    ]),
  };
}

function benefitSheet({ benefitLines }: PlanMoney): ReportSheet {
  return {
    name: "Benefits",
    columns: columns(
      ["Action", 60],
      ["Benefit", 40],
      ["Kind", 22],
      ["Pounds a year", 14],
      ["Hours a year", 14],
      ["In words", 40],
      ["Use of the hours, as finance stated it", 50],
      ["From year", 12],
      ["Years", 8],
      ["Counted under", 40],
      ["What it rests on", 60],
      ["Agreed by finance", 34],
    ),
    rows: benefitLines.map(({ action, benefit, countedIn }): Cell[] => [
      action.title,
      benefit.description,
      benefitKindNames[benefit.kind],
      ...measured(benefit),
      yearName(benefit.fromYear),
      benefit.years,
      countedIn?.title ?? null,
      benefit.assumption,
      benefit.agreedBy,
    ]),
  };
}

function measured({ measure }: Benefit): Cell[] {
  if (measure.unit === "pounds") return [measure.pounds, null, null, null];
  if (measure.unit === "other") return [null, null, measure.text, null];
  const { hours, use } = measure;
  const stated =
    use &&
    `${use.financeOwner}: ${use.text}; ${use.pounds} pounds a year, ${benefitKindNames[use.kind].toLowerCase()}`;
  return [null, hours, null, stated];
}

function totalSheet({ costs, benefits }: PlanMoney): ReportSheet {
  return {
    name: "By kind",
    columns: columns(
      ["Kind", 30],
      ["Pounds, all years", 16],
      ["With optimism adjustment", 16],
      ["Agreed by finance", 16],
      ["Hours, all years", 16],
    ),
    rows: [
      ...costs.map(({ kind, pounds, adjusted, agreed }): Cell[] => [
        `Cost: ${costKindNames[kind].toLowerCase()}`,
        ...[pounds, adjusted, agreed, null],
      ]),
      ...benefits.map(({ kind, pounds, agreed, hours }): Cell[] => [
        `Benefit: ${benefitKindNames[kind].toLowerCase()}`,
        ...[pounds, null, agreed, hours],
      ]),
      ["The kinds of benefit are never added together", null, null, null, null],
    ],
  };
}

function day(text: string | null): Date | null {
  return text === null ? null : new Date(`${text}T00:00:00Z`);
}

function columns(...named: [header: string, width: number][]): ReportSheet["columns"] {
  return named.map(([header, width]) => ({ header, width }));
}
