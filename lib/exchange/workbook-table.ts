import type { WorkbookCell, WorkbookRow, WorkbookSheet } from "./read-workbook";

/** Something that could not be understood, by sheet and cell, "Questions, F12". */
export type CellProblem = { at: string; message: string };

/** What a cell says as text, with its place. */
export type TableCell = { text: string; at: string };

export type TableRow = {
  number: number;
  /** The cell under a heading, empty ones included; undefined where there is no such column, or it cannot be taken. */
  cell(heading: string): TableCell | undefined;
};

/**
 * A sheet as a table, its columns known by their headings in the first row, in any order. What cannot be taken as a
 * value is told of and left out: a formula, an error, a heading that comes twice.
 */
export function workbookTable(
  sheet: WorkbookSheet,
  headings: readonly string[],
): { has: (heading: string) => boolean; rows: TableRow[]; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  const columns = new Map<string, number>();
  const first = sheet.rows.find(({ number }) => number === 1);
  for (const [column, cell] of first?.cells ?? []) {
    const heading = textOf(cell)?.trim();
    if (heading === undefined || !headings.includes(heading)) continue;
    if (columns.has(heading)) {
      problems.push({ at: placeOf(sheet, column, 1), message: `There are two columns headed “${heading}”.` });
    }
    columns.set(heading, column);
  }
  const twice = new Set(problems.map(({ at }) => at));
  const rows = sheet.rows
    .filter(({ number }) => number > 1)
    .map((row): TableRow => {
      const taken = new Map<string, TableCell>();
      for (const [heading, column] of columns) {
        if (twice.has(placeOf(sheet, column, 1))) continue;
        const read = cellIn(sheet, row, column);
        if ("message" in read) problems.push(read);
        else taken.set(heading, read);
      }
      return { number: row.number, cell: (heading) => taken.get(heading) };
    });
  return { has: (heading) => columns.has(heading), rows, problems };
}

function cellIn(sheet: WorkbookSheet, row: WorkbookRow, column: number): TableCell | CellProblem {
  const at = placeOf(sheet, column, row.number);
  const cell = row.cells.get(column);
  if (!cell) return { text: "", at };
  const text = textOf(cell);
  if (text !== null) return { text, at };
  const message =
    cell.kind === "formula"
      ? "This is a formula. Type the value itself."
      : "This is an error of your spreadsheet program, not a value.";
  return { at, message };
}

/** What a cell says: a day as 2027-03-31, a number as it is written; null for what has no value. */
function textOf(cell: WorkbookCell): string | null {
  switch (cell.kind) {
    case "text":
      return cell.text.replaceAll("\r\n", "\n").replaceAll("_x000D_", "");
    case "number":
      return String(cell.value);
    case "boolean":
      return cell.value ? "Yes" : "No";
    case "date":
      return cell.value.toISOString().slice(0, 10);
    default:
      return null;
  }
}

function placeOf({ name }: WorkbookSheet, column: number, row: number): string {
  return `${name}, ${lettersOf(column)}${row}`;
}

/** The letters of a column, from 1: "A" to "Z", then "AA". */
export function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? letter : lettersOf(Math.floor((column - 1) / 26)) + letter;
}
