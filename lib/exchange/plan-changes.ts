import {
  type ActionContent,
  actionStatuses,
  emptyAction,
  isChangeable,
  type PlannedAction,
  phases,
  type Serves,
  TEXT_LIMIT,
  TITLE_LIMIT,
} from "@/lib/plan/action";
import { alreadyMet, type Ground, notAsked, servesTicked, tickOf } from "@/lib/plan/criteria-of-plan";
import { spreadsheetText } from "@/lib/report/spreadsheet-text";
import {
  actionFields,
  type ActionField,
  type FilledAction,
  type FilledPlan,
  valuesOf,
} from "./plan-workbook";
import { type LineChange, lineChanges } from "./plan-line-changes";
import { typedText } from "./read-answer-workbook";
import type { CellProblem } from "./workbook-table";

/** One part of an action that a workbook would change; values as `valuesOf` has them, criteria as their number. */
export type PlanFieldChange = LineChange | ActionFieldChange;

type ActionFieldChange = {
  field: ActionField | "criteria";
  from: string;
  to: string;
  /** Sheet and cell, or sheet and row. */
  at: string;
  /** A colleague changed this very part since the workbook was made. */
  conflict: boolean;
};

/**
 * What a workbook would do to one action. `again`: a new one under a title that is in the plan already. Only a `change`
 * and a `new` one are chosen unless somebody unticks them.
 */
export type PlanChange = {
  /** The action's id; for a new one the row it stands on, "Actions row 30". */
  id: string;
  kind: "new" | "again" | "change" | "conflict" | "clear";
  title: string;
  fields: PlanFieldChange[];
  /** The action as it would be. */
  content: ActionContent;
  /** The version it is made from; null for a new one. */
  version: number | null;
};

/** An action as it stands, and as it stood when the workbook was made; null where that is not known. */
export type StandingAction = { action: PlannedAction; base: ActionContent | null };

export type PlanChanges = { changes: PlanChange[]; problems: CellProblem[] };

/**
 * What a workbook would change in a plan, action by action. A cell that says what it said when the workbook was made
 * was not touched, whatever has been saved since. `today` is written 2026-11-23. What cannot be is told of by its cell,
 * and then its whole row is left out.
 */
export function planChanges(
  filled: FilledPlan,
  standing: readonly StandingAction[],
  ground: Ground | null,
  today: string,
): PlanChanges {
  const known = new Map(standing.map((one) => [one.action.id, one]));
  const titles = new Set(standing.map(({ action }) => action.title));
  const problems: CellProblem[] = [...filled.problems];
  const all = standing.map(({ action }) => action);
  const changes = filled.actions.flatMap((row): PlanChange[] => {
    const stands = row.id === null ? null : known.get(row.id);
    if (stands === undefined) {
      problems.push({
        at: row.at,
        message: "This id is none of an action in this plan. Empty it to add one.",
      });
      return [];
    }
    const found = stands ? changeOf(row, stands, ground, all) : newAction(row, ground, all);
    if (!found) return [];
    const faults = [...found.faults, ...faultsIn(found.content, stands?.action ?? null, row, today)];
    problems.push(...faults);
    if (faults.length > 0) return [];
    const { content, fields } = found;
    const facts = { fields, content, title: content.title };
    if (!stands) {
      const kind = titles.has(content.title) ? "again" : "new";
      return [{ ...facts, kind, id: row.at.replace(/\W+/g, " "), version: null }];
    }
    return [{ ...facts, kind: kindOf(fields), id: stands.action.id, version: stands.action.version }];
  });
  return { changes, problems };
}

function kindOf(fields: readonly PlanFieldChange[]): PlanChange["kind"] {
  if (fields.some(({ conflict }) => conflict)) return "conflict";
  return fields.some((change) => isEmptied(change)) ? "clear" : "change";
}

function isEmptied(change: PlanFieldChange): boolean {
  if ("emptied" in change) return change.emptied;
  return change.to === "" || (change.field === "criteria" && change.to === "0");
}

type Found = { content: ActionContent; fields: PlanFieldChange[]; faults: CellProblem[] };

/** Null where the row says nothing new. */
function changeOf(
  row: FilledAction,
  { action, base }: StandingAction,
  ground: Ground | null,
  all: readonly PlannedAction[],
): Found | null {
  const stood = base ?? action;
  const [then, now] = [valuesOf(stood), valuesOf(action)];
  const fields: PlanFieldChange[] = actionFields.flatMap((field) => {
    const cell = row.cells[field];
    if (!cell) return [];
    const to = asTyped(cell.text, [then[field], now[field]]);
    if (to === then[field] || to === now[field]) return [];
    return [{ field, from: now[field], to, at: cell.at, conflict: then[field] !== now[field] }];
  });
  const faults = closingFaults(row, [stood, action]);
  const typed = Object.fromEntries(fields.map(({ field, to }) => [field, to]));
  let content = contentFrom({ ...now, ...typed }, action);
  if (row.criteria) {
    const served = servesIn(row.criteria, action.serves, ground, faults);
    const ticks = (serves: readonly Serves[]) => ticksOf(serves).sort().join(" ");
    if (ticks(served) !== ticks(stood.serves) && ticks(served) !== ticks(action.serves)) {
      fields.push({
        field: "criteria",
        from: countOf(action.serves),
        to: countOf(served),
        at: row.criteria[0]?.at ?? row.at,
        conflict: ticks(stood.serves) !== ticks(action.serves),
      });
      content = { ...content, serves: served };
    }
  }
  const { lines, fields: ofLines } = lineChanges(row, { own: action, stood, now: action, all }, faults);
  content = { ...content, ...lines };
  fields.push(...ofLines);
  if (fields.length === 0 && faults.length === 0) return null;
  if (!isChangeable(action)) {
    faults.push({ at: row.at, message: "This action is finished or ended. Take it up again to change it." });
  }
  return { content, fields, faults };
}

function newAction(row: FilledAction, ground: Ground | null, all: readonly PlannedAction[]): Found {
  const blank = valuesOf(emptyAction);
  const typed = { ...blank };
  const fields: PlanFieldChange[] = actionFields.flatMap((field) => {
    const cell = row.cells[field];
    const to = cell ? typedText(cell.text).trim() : "";
    if (!cell || to === "") return [];
    typed[field] = to;
    return [{ field, from: "", to, at: cell.at, conflict: false }];
  });
  const faults = closingFaults(row, [emptyAction]);
  const serves = servesIn(row.criteria ?? [], [], ground, faults);
  if (serves.length > 0) {
    fields.push({ field: "criteria", from: "0", to: countOf(serves), at: row.at, conflict: false });
  }
  const { lines, fields: ofLines } = lineChanges(
    row,
    { own: null, stood: emptyAction, now: emptyAction, all },
    faults,
  );
  fields.push(...ofLines);
  return { content: { ...contentFrom(typed, emptyAction), serves, ...lines }, fields, faults };
}

/** A cell as it was typed: neither white space around it nor what made it safe for a spreadsheet counts. */
function asTyped(cell: string, untouched: readonly string[]): string {
  const same = untouched.find((text) => spreadsheetText(text).trim() === cell.trim());
  return same ?? typedText(cell).trim();
}

function contentFrom(typed: Record<ActionField, string>, before: ActionContent): ActionContent {
  const { title, description, ownerTitle, dueOn, risk, likelihood, impact, optimismPercent } = typed;
  return {
    ...before,
    title,
    description,
    ownerTitle,
    dueOn,
    phase: phases.find((phase) => String(phase) === typed.phase) ?? before.phase,
    status: actionStatuses.find((status) => status === typed.status) ?? before.status,
    startsOn: typed.startsOn || null,
    risk:
      risk || likelihood || impact
        ? { text: risk, likelihood: Number(likelihood), impact: Number(impact) }
        : null,
    optimismPercent: optimismPercent === "" ? null : Number(optimismPercent),
    noDoubleRunning: typed.noDoubleRunning === "yes",
  };
}

/** What makes an action that cannot be kept, by the cell it is about. */
function faultsIn(
  content: ActionContent,
  before: PlannedAction | null,
  { at, cells }: FilledAction,
  today: string,
): CellProblem[] {
  const faults: CellProblem[] = [];
  const wrong = (field: ActionField, message: string) => faults.push({ at: cells[field]?.at ?? at, message });
  const { title, description, ownerTitle, startsOn, dueOn, status, risk } = content;
  if (title === "") wrong("title", "Enter what will be done.");
  if (title.length > TITLE_LIMIT) wrong("title", `Enter ${TITLE_LIMIT} characters or fewer.`);
  if (description.length > TEXT_LIMIT) wrong("description", `Enter ${TEXT_LIMIT} characters or fewer.`);
  if (ownerTitle === "") wrong("ownerTitle", "Enter the job title of who answers for it.");
  if (ownerTitle.length > TITLE_LIMIT) wrong("ownerTitle", `Enter ${TITLE_LIMIT} characters or fewer.`);
  if (dueOn === "") wrong("dueOn", "Enter when it is due.");
  else if (startsOn && dueOn < startsOn)
    wrong("dueOn", "It is due before it starts. Change one of the dates.");
  else if (dueOn !== before?.dueOn && dueOn < today) {
    wrong("dueOn", "The due date must be today or in the future.");
  }
  if (status !== (before?.status ?? "draft") && !isChangeable(content)) {
    wrong("status", "Finish or end an action on its own page, where what it met is confirmed.");
  }
  if (risk && risk.text === "")
    wrong("risk", "Enter what could go wrong, or leave likelihood and impact empty.");
  if (risk && risk.text.length > TEXT_LIMIT) wrong("risk", `Enter ${TEXT_LIMIT} characters or fewer.`);
  if (risk && risk.likelihood === 0) wrong("likelihood", "Enter how likely it is, from 1 to 5.");
  if (risk && risk.impact === 0) wrong("impact", "Enter how much it would matter, from 1 to 5.");
  return faults;
}

/** What says when an action was finished, or why it was ended, cannot be changed here. */
function closingFaults({ cells }: FilledAction, versions: readonly ActionContent[]): CellProblem[] {
  return (["finishedOn", "endedReason"] as const).flatMap((field): CellProblem[] => {
    const cell = cells[field];
    if (!cell || versions.some((one) => spreadsheetText(one[field] ?? "").trim() === cell.text)) return [];
    return [
      { at: cell.at, message: "Finish or end an action on its own page. Here this cannot be changed." },
    ];
  });
}

/** What an action will meet by the workbook; a statement that cannot be among it is told of. */
function servesIn(
  typed: NonNullable<FilledAction["criteria"]>,
  before: readonly Serves[],
  ground: Ground | null,
  faults: CellProblem[],
): Serves[] {
  const had = new Set(ticksOf(before));
  const fits = typed.filter(({ capabilityId, scope, criterion, at }) => {
    if (had.has(tickOf(capabilityId, scope, criterion))) return true;
    const one = [{ capabilityId, scope, criteria: [criterion] }];
    const message =
      !ground || notAsked(ground, one).length > 0
        ? `“${criterion}” is no statement of this round for “${scope}”.`
        : alreadyMet(ground, one).length > 0
          ? `“${criterion}” is met already, so no action can bring it.`
          : null;
    if (message) faults.push({ at, message });
    return message === null;
  });
  return servesTicked(
    fits.map(({ capabilityId, scope, criterion }) => tickOf(capabilityId, scope, criterion)),
  );
}

function ticksOf(serves: readonly Serves[]): string[] {
  return serves.flatMap(({ capabilityId, scope, criteria }) =>
    criteria.map((criterion) => tickOf(capabilityId, scope, criterion)),
  );
}

function countOf(serves: readonly Serves[]): string {
  return String(ticksOf(serves).length);
}
