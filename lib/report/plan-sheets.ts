import {
  actionHeadings,
  actionLabels,
  closingHeadings,
  criteriaHeadings,
  planSheetNames,
} from "@/lib/exchange/plan-workbook";
import { lineHeadings, lineLabels, lineSheetNames } from "@/lib/exchange/plan-line-sheets";
import { type PlannedAction, phaseName, putForward, statusNames } from "@/lib/plan/action";
import { type Benefit, benefitKindNames } from "@/lib/plan/benefit";
import { costKindNames, fundingTypeNames } from "@/lib/plan/cost";
import { yearName } from "@/lib/plan/financial-year";
import { moneyOf, type PlanMoney } from "@/lib/plan/money";
import type { ReportSheet } from "./report-sheets";
import type { Cell } from "./report-table";

/**
 * A plan as sheets: its actions, what they will meet, each cost and each benefit with what it rests on. Drafts stand
 * among them, so called, for who may see them, and count in no total.
 */
export function planSheets(actions: readonly PlannedAction[]): ReportSheet[] {
  const money = moneyOf(actions);
  return [
    actionSheet(actions),
    criteriaSheet(actions),
    costSheet(money),
    benefitSheet(money),
    totalSheet(moneyOf(putForward(actions))),
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
  const heading = lineHeadings.costs;
  return {
    name: lineSheetNames.costs,
    columns: columns(
      [lineLabels.costs, 38],
      [lineLabels.action, 38],
      [lineLabels.title, 60],
      [heading.description, 40],
      [heading.kind, 20],
      [heading.pounds, 16],
      [heading.fromYear, 12],
      [heading.years, 8],
      ["Pounds in all", 16],
      ["With optimism adjustment", 16],
      [heading.doubleRunning, 12],
      [heading.source, 34],
      [heading.fundingType, 12],
      [heading.assumption, 60],
      [heading.agreedBy, 34],
    ),
    rows: costLines.map(({ action, cost, inAll, adjusted }): Cell[] => [
      cost.id,
      action.id,
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
  const heading = lineHeadings.benefits;
  return {
    name: lineSheetNames.benefits,
    columns: columns(
      [lineLabels.benefits, 38],
      [lineLabels.action, 38],
      [lineLabels.title, 60],
      [heading.description, 40],
      [heading.kind, 22],
      [heading.pounds, 14],
      [heading.hours, 14],
      [heading.text, 40],
      [heading.use, 50],
      [heading.financeOwner, 34],
      [heading.useKind, 22],
      [heading.usePounds, 16],
      [heading.fromYear, 12],
      [heading.years, 8],
      [heading.countedIn, 40],
      [heading.assumption, 60],
      [heading.agreedBy, 34],
    ),
    rows: benefitLines.map(({ action, benefit, countedIn }): Cell[] => [
      benefit.id,
      action.id,
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

/** Pounds, hours, words; then the use of the hours as finance stated it. */
function measured({ measure }: Benefit): Cell[] {
  const noUse = [null, null, null, null];
  if (measure.unit === "pounds") return [measure.pounds, null, null, ...noUse];
  if (measure.unit === "other") return [null, null, measure.text, ...noUse];
  const { hours, use } = measure;
  if (!use) return [null, hours, null, ...noUse];
  return [null, hours, null, use.text, use.financeOwner, benefitKindNames[use.kind], use.pounds];
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
