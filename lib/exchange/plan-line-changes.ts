import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Wrong } from "@/lib/framework/problem";
import { type ActionContent, LINES_LIMIT, type PlannedAction } from "@/lib/plan/action";
import type { Benefit } from "@/lib/plan/benefit";
import type { Cost } from "@/lib/plan/cost";
import { countedUnder, hasOwn } from "@/lib/plan/money";
import { benefitBoxes, benefitTyped, costBoxes, costTyped } from "@/lib/plan/typed-line";
import { spreadsheetText } from "@/lib/report/spreadsheet-text";
import {
  lineHeadings,
  type LinePart,
  lineValueInWords,
  type LineValues,
  valuesOfBenefit,
  valuesOfCost,
} from "./plan-line-sheets";
import type { FilledAction, FilledLine } from "./plan-workbook";
import { typedText } from "./read-answer-workbook";
import type { CellProblem } from "./workbook-table";

/** A cost or a benefit that a workbook would add or change; `from` is empty for a new one. */
export type LineChange = {
  field: LinePart;
  from: string;
  to: string;
  at: string;
  /** A colleague changed this very part of it since the workbook was made. */
  conflict: boolean;
  /** Something that was stated would be stated no longer. */
  emptied: boolean;
};

type Lines = Pick<ActionContent, LinePart>;
type Line = Cost | Benefit;

/** An action's lines, which it is, and those it stands among. */
type Among = { own: PlannedAction | null; stood: Lines; now: Lines; all: readonly PlannedAction[] };

/**
 * What a workbook makes of an action's costs and benefits. A line whose row is gone stays as it is: one is taken away
 * on the action's own page. What cannot be is told of by its cell in `faults`.
 */
export function lineChanges(
  row: FilledAction,
  among: Among,
  faults: CellProblem[],
): { lines: Lines; fields: LineChange[] } {
  const fields: LineChange[] = [];
  const read = <One extends Line>(part: LinePart, lines: readonly One[], typed: Typed<One>) => {
    const kept = row[part].reduce(
      (held, line) => readLine(part, line, held, { row, among, faults, fields, typed }),
      [...lines],
    );
    if (kept.length > LINES_LIMIT && kept.length > lines.length) {
      faults.push({ at: row.at, message: `An action holds at most ${LINES_LIMIT} lines of a kind.` });
    }
    return kept;
  };
  const costs = read<Cost>("costs", among.now.costs, costFrom);
  const benefits = read<Benefit>("benefits", among.now.benefits, (values, wrong) =>
    benefitFrom(values, wrong, among),
  );
  return { lines: { costs, benefits }, fields };
}

type Typed<One extends Line> = (values: LineValues, wrong: Wrong) => Omit<One, "id"> | null;

type Reading<One extends Line> = {
  row: FilledAction;
  among: Among;
  faults: CellProblem[];
  fields: LineChange[];
  typed: Typed<One>;
};

/** The lines with what one row says of one of them. */
function readLine<One extends Line>(
  part: LinePart,
  { id, at, cells }: FilledLine,
  held: One[],
  { row, among, faults, fields, typed }: Reading<One>,
): One[] {
  const stands = id === null ? null : held.find((line) => line.id === id);
  if (stands === undefined) {
    const message = "This line is not in the plan, or was taken away meanwhile. Empty its id to add it.";
    faults.push({ at, message });
    return held;
  }
  const now = stands ? valuesOf(part, stands, among) : {};
  const base = stands && among.stood[part].find((line) => line.id === id);
  const then = base ? valuesOf(part, base, among) : now;
  const headings: Readonly<Record<string, string>> = lineHeadings[part];
  const changed = Object.entries(cells).flatMap(([box, cell]) => {
    const untouched = [then[box] ?? "", now[box] ?? ""];
    const same = untouched.find((text) => spreadsheetText(text).trim() === cell.text.trim());
    const to = same ?? typedText(cell.text).trim();
    return untouched.includes(to) ? [] : [{ box, to, conflict: then[box] !== now[box] }];
  });
  if (changed.length === 0) return held;
  if (stands && Object.values(cells).every(({ text }) => text.trim() === "")) {
    faults.push({ at, message: "A line is taken away on the page of its action." });
    return held;
  }
  const values: LineValues = { ...now, ...Object.fromEntries(changed.map(({ box, to }) => [box, to])) };
  const before = faults.length;
  const made = typed(values, (box, message) =>
    faults.push({ at: cells[box]?.at ?? at, message: `${message}.` }),
  );
  if (!made || faults.length > before) return held;
  const told = (of: LineValues) =>
    changed.map(({ box }) => `${headings[box]}: ${lineValueInWords(part, box, of[box] ?? "")}`).join("; ");
  fields.push({
    field: part,
    at,
    to: told(values),
    conflict: changed.some(({ conflict }) => conflict),
    from: stands ? `${stands.description}, ${told(now)}` : "",
    emptied: stands !== null && changed.some(({ to }) => to === ""),
  });
  const line = { ...made, id: stands?.id ?? newId(row, at, values) } as One;
  return stands ? held.map((one) => (one.id === line.id ? line : one)) : [...held, line];
}

function valuesOf(part: LinePart, line: Line, { own, all }: Among): LineValues {
  if ("pounds" in line) return valuesOfCost(line);
  const live = all.filter(({ status }) => status !== "ended");
  return valuesOfBenefit(line, (own && countedUnder(live, own, line)?.title) ?? "");
}

function costFrom(values: LineValues, wrong: Wrong): Omit<Cost, "id"> | null {
  const read = checked(costBoxes, values, wrong);
  if (!read) return null;
  if (read.kind !== "recurring_revenue" && !["", "1"].includes(read.years)) {
    wrong("years", "Only a recurring cost runs for more than one year");
  }
  return costTyped(read, wrong);
}

function benefitFrom(values: LineValues, wrong: Wrong, { own, all }: Among): Omit<Benefit, "id"> | null {
  const measures = [
    ...(values.pounds ? ["pounds"] : []),
    ...(values.hours ? ["hours"] : []),
    ...(values.text ? ["other"] : []),
  ];
  if (measures.length !== 1) {
    const { pounds, hours, text } = lineHeadings.benefits;
    wrong("unit", `Fill in one of “${pounds}”, “${hours}” and “${text}”`);
    return null;
  }
  if (!values.hours && (values.use || values.financeOwner || values.useKind || values.usePounds)) {
    wrong("use", "Only hours have a use that finance states");
  }
  const title = values.countedIn ?? "";
  const there = all.find(
    (action) => action.title === title && action.status !== "ended" && action.id !== own?.id,
  );
  const read = checked(
    benefitBoxes,
    { ...values, unit: measures[0] ?? "", countedIn: there?.id ?? "" },
    wrong,
  );
  if (!read) return null;
  if (title !== "" && !(there && hasOwn(there, read.kind))) {
    wrong("countedIn", "Name an action that has a benefit of this kind of its own, or leave it empty");
  }
  return benefitTyped(read, wrong);
}

function checked<Boxes extends z.ZodType>(
  boxes: Boxes,
  values: LineValues,
  wrong: Wrong,
): z.output<Boxes> | null {
  const read = boxes.safeParse(values);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) wrong(String(path[0] ?? ""), message);
  return null;
}

/** The same for the same row of the same version, so that what was looked at is what is saved. */
function newId({ id, version, at }: FilledAction, row: string, values: LineValues): string {
  const known = JSON.stringify([id, version, at, row, values]);
  return createHash("sha256").update(known).digest("hex").slice(0, 32);
}
