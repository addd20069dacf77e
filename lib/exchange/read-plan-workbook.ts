import {
  actionFields,
  actionHeadings,
  type ActionField,
  actionLabels,
  closingHeadings,
  criteriaHeadings,
  type FilledAction,
  type FilledLine,
  type FilledPlan,
  planSheetNames,
  planWords,
} from "./plan-workbook";
import { type LinePart, lineCell, lineHeadings, lineLabels, lineSheetNames } from "./plan-line-sheets";
import { dayIn, oneOf } from "./read-answer-workbook";
import type { WorkbookSheet } from "./read-workbook";
import { type CellProblem, type TableRow, workbookTable } from "./workbook-table";

/** More actions than any plan has; what follows is told of and left out. */
const MOST_ACTIONS = 500;

export type PlanRead = { ok: true; filled: FilledPlan } | { ok: false; reason: "no_actions" };

/** Why a workbook is not taken, in a sentence for whoever chose it. */
export const planRefusals: Readonly<Record<"no_actions", string>> = {
  no_actions: `The workbook has no sheet “${planSheetNames.actions}” with a column “${actionHeadings.title}”. Download the plan here and change that`,
};

/**
 * Reads a plan that was changed in a workbook: what stands in each cell that can be changed, row by row. Rows with an id
 * are actions that are there; rows without one are new. What is not understood is told of by sheet and cell, and the
 * rest counts. Never throws.
 */
export function readPlanWorkbook(sheets: readonly WorkbookSheet[]): PlanRead {
  const sheet = sheets.find(({ name }) => name === planSheetNames.actions);
  const table =
    sheet &&
    workbookTable(sheet, [
      ...Object.values(actionHeadings),
      ...Object.values(closingHeadings),
      ...Object.values(actionLabels),
    ]);
  if (!table?.has(actionHeadings.title)) return { ok: false, reason: "no_actions" };
  const problems: CellProblem[] = [...table.problems];
  const read = table.rows.flatMap((row) => actionOn(row, problems));
  for (const { at } of read.slice(MOST_ACTIONS)) {
    problems.push({ at, message: `A workbook takes ${MOST_ACTIONS} actions, so this row is left out.` });
  }
  const actions = onceEach(read.slice(0, MOST_ACTIONS), problems);
  const criteria = sheets.find(({ name }) => name === planSheetNames.criteria);
  if (criteria) readCriteria(criteria, actions, problems);
  for (const part of ["costs", "benefits"] as const) {
    const lines = sheets.find(({ name }) => name === lineSheetNames[part]);
    if (lines) readLines(part, lines, actions, problems);
  }
  return { ok: true, filled: { actions, problems } };
}

function actionOn(row: TableRow, problems: CellProblem[]): FilledAction[] {
  const cells: FilledAction["cells"] = {};
  for (const field of actionFields) {
    const cell = row.cell(actionHeadings[field]);
    if (!cell) continue;
    const text = meaningOf(field, cell.text);
    if (text === null) problems.push({ at: cell.at, message: notTaken(field, cell.text) });
    else cells[field] = { text, at: cell.at };
  }
  for (const [field, heading] of Object.entries(closingHeadings)) {
    const cell = row.cell(heading);
    if (cell) cells[field] = { text: cell.text.trim(), at: cell.at };
  }
  const filled = Object.values(cells).filter(({ text }) => text !== "");
  const id = row.cell(actionLabels.id)?.text.trim().toLowerCase() ?? "";
  if (filled.length === 0 && id === "") return [];
  const version = row.cell(actionLabels.version)?.text.trim() ?? "";
  return [
    {
      at: `${planSheetNames.actions}, row ${row.number}`,
      id: id || null,
      cells,
      criteria: null,
      costs: [],
      benefits: [],
      version: /^[1-9]\d{0,8}$/.test(version) ? Number(version) : null,
    },
  ];
}

/** What a cell means; null where it cannot mean anything. Text is taken as it is. */
function meaningOf(field: ActionField, text: string): string | null {
  const said = text.trim();
  if (said === "") return "";
  switch (field) {
    case "phase":
      return oneOf(planWords.phase, said) ?? (Object.values(planWords.phase).includes(said) ? said : null);
    case "status":
      return oneOf(planWords.status, said);
    case "noDoubleRunning":
      return oneOf(planWords.noDoubleRunning, said);
    case "startsOn":
    case "dueOn":
      return dayIn(said);
    case "likelihood":
    case "impact":
      return /^[1-5]$/.test(said) ? said : null;
    case "optimismPercent":
      return /^\d{1,3}$/.test(said) && Number(said) <= 500 ? String(Number(said)) : null;
    default:
      return text;
  }
}

function notTaken(field: ActionField, text: string): string {
  const said = `“${text.trim().slice(0, 60)}”`;
  switch (field) {
    case "startsOn":
    case "dueOn":
      return `${said} is no date. Type one such as 31/03/2027.`;
    case "likelihood":
    case "impact":
      return `${said} is not a number from 1 to 5.`;
    case "optimismPercent":
      return `${said} is not a whole number from 0 to 500.`;
    default: {
      const list = planWords[field as keyof typeof planWords];
      return `${said} is none of ${Object.keys(list).join(", ")}.`;
    }
  }
}

/** An id on two rows counts on neither. */
function onceEach(actions: readonly FilledAction[], problems: CellProblem[]): FilledAction[] {
  const ids = actions.map(({ id }) => id);
  return actions.filter(({ id, at }) => {
    const twice = id !== null && ids.indexOf(id) !== ids.lastIndexOf(id);
    if (twice) problems.push({ at, message: "This action is on two rows, and neither counts." });
    return !twice;
  });
}

/** Puts what actions will meet beside them: by id, or for a new one by what it is called. */
function readCriteria(sheet: WorkbookSheet, actions: readonly FilledAction[], problems: CellProblem[]): void {
  const { has, rows, problems: found } = workbookTable(sheet, Object.values(criteriaHeadings));
  problems.push(...found);
  const needed = [criteriaHeadings.capability, criteriaHeadings.scope, criteriaHeadings.criterion];
  const gone = needed.find((heading) => !has(heading));
  if (gone) {
    const message = `There is no column headed “${gone}”, so nothing on this sheet counts.`;
    problems.push({ at: sheet.name, message });
    return;
  }
  for (const action of actions) action.criteria = [];
  for (const row of rows) {
    const said = (heading: string) => row.cell(heading)?.text.trim() ?? "";
    const [capabilityId, scope, criterion] = needed.map(said);
    if (!capabilityId && !scope && !criterion) continue;
    const at = row.cell(criteriaHeadings.criterion)?.at ?? `${sheet.name}, row ${row.number}`;
    const action = actionOf(actions, said(criteriaHeadings.id), said(criteriaHeadings.action));
    if (!action) problems.push({ at, message: NO_ACTION });
    else if (!capabilityId || !scope || !criterion) {
      problems.push({ at, message: "Fill in the capability, the scope and the criterion." });
    } else action.criteria?.push({ capabilityId, scope, criterion, at });
  }
}

const NO_ACTION = "Its action is not on the first sheet, so this is left out.";

/** The action that a row of another sheet is about: by id, or a new one by what it is called. */
function actionOf(actions: readonly FilledAction[], id: string, title: string): FilledAction | undefined {
  return id
    ? actions.find((one) => one.id === id.toLowerCase())
    : actions.find((one) => one.id === null && one.cells.title?.text.trim() === title);
}

/** Puts the costs, or the benefits, of actions beside them. */
function readLines(
  part: LinePart,
  sheet: WorkbookSheet,
  actions: readonly FilledAction[],
  problems: CellProblem[],
): void {
  const headings = Object.entries(lineHeadings[part]);
  const label = lineLabels[part];
  const named = [label, lineLabels.action, lineLabels.title];
  const table = workbookTable(sheet, [...headings.map(([, heading]) => heading), ...named]);
  problems.push(...table.problems);
  if (!table.has(label)) {
    const message = `There is no column headed “${label}”, so nothing on this sheet counts.`;
    problems.push({ at: sheet.name, message });
    return;
  }
  for (const row of table.rows) {
    const said = (heading: string) => row.cell(heading)?.text.trim() ?? "";
    const found = problems.length;
    const cells: FilledLine["cells"] = {};
    for (const [box, heading] of headings) {
      const cell = row.cell(heading);
      const meant = cell && lineCell(part, box, cell.text);
      if (!cell || !meant) continue;
      if ("message" in meant) problems.push({ at: cell.at, message: meant.message });
      else cells[box] = { text: meant.text, at: cell.at };
    }
    const id = said(label) || null;
    const empty = Object.values(cells).every(({ text }) => text.trim() === "");
    if (problems.length > found || (empty && id === null)) continue;
    const at = `${sheet.name}, row ${row.number}`;
    const action = actionOf(actions, said(lineLabels.action), said(lineLabels.title));
    if (action) action[part].push({ id, at, cells });
    else problems.push({ at, message: NO_ACTION });
  }
}
