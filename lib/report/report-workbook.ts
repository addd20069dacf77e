import writeExcelFile from "write-excel-file/node";
import { excelPages, tallEnough } from "./excel-pages";
import { excelTables } from "./excel-tables";
import type { GapReport } from "./gap-report";
import { reportSheets, type ReportSheet } from "./report-sheets";
import type { Cell } from "./report-table";
import { spreadsheetText } from "./spreadsheet-text";

/** As many decimals as a figure has, up to three: 2.9996 is never shown as what it has not reached. */
const FIGURE = "0.0##";
const WHOLE = "0";
const DAY = "d mmmm yyyy";

/** The gap report as an Excel file: typed cells, a header row that stays in view, no formula anywhere. */
export async function reportWorkbook(report: GapReport): Promise<Buffer> {
  return workbookOf(reportSheets(report));
}

/** Sheets as an Excel file, each a table with filters, in the same manner whatever they hold. */
export async function workbookOf(sheets: readonly ReportSheet[]): Promise<Buffer> {
  const tables = sheets.map(({ name, columns, rows }) => ({
    name,
    headers: columns.map(({ header }) => header),
    rows: rows.length,
  }));
  const options = { fontFamily: "Arial", fontSize: 11, features: [excelTables(tables), excelPages] };
  return writeExcelFile(
    sheets.map((sheet) => tallEnough(sheetOf(sheet))),
    options,
  ).toBuffer();
}

function sheetOf({ name, columns, rows }: ReportSheet) {
  const header = columns.map(({ header }) => ({
    value: header,
    type: String,
    fontWeight: "bold" as const,
    wrap: true,
    alignVertical: "top" as const,
    backgroundColor: "#d8dde0",
  }));
  return {
    sheet: name,
    data: [
      header,
      ...rows.map((row) => row.map((cell, index) => cellOf(cell, columns[index]?.score === true))),
    ],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape" as const,
  };
}

function cellOf(cell: Cell, score: boolean) {
  if (cell === null || cell === "") return null;
  // A figure at the right of its cell would run into the words beside it.
  const place = { align: "left" as const, alignVertical: "top" as const };
  if (cell instanceof Date) return { value: cell, type: Date, format: DAY, ...place };
  if (typeof cell === "number") {
    const format = Number.isInteger(cell) && !score ? WHOLE : FIGURE;
    return { value: cell, type: Number, format, ...place };
  }
  return { value: spreadsheetText(cell), type: String, wrap: true, ...place };
}
