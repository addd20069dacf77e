import { spreadsheetText } from "./spreadsheet-text";

/** A figure stays a number; text is quoted; nothing is an empty cell. */
export type CsvCell = string | number | null;

/** Excel takes a file for UTF-8 only when it starts with this mark. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Rows as RFC 4180 wants them, the first naming the columns. Every text is made safe on its way. */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(cellOf).join(","));
  return `${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`;
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return `"${spreadsheetText(cell).replaceAll('"', '""')}"`;
}
