import { csvRows } from "./csv-rows";
import { nameInWords, subtypeOf } from "./ods-name";

/** A trust as the Organisation Data Service lists it. Dates are "2026-04-01". */
export type OdsTrust = {
  code: string;
  name: string;
  subtype: string;
  regionCode: string | null;
  icbCode: string | null;
  openedOn: string;
  closedOn: string | null;
};

/** What is wrong in a file, by line and column from 1; line 0 is the file as a whole. */
export type OdsProblem = { file: string; line: number; column: number; message: string };

export type OdsFile = { name: string; bytes: Uint8Array };
export type OdsExtract = { trusts: OdsTrust[]; problems: OdsProblem[] };

/** The largest file that is read, in bytes: the real ones have a twentieth of it. Asked before anything is parsed. */
export const LARGEST_EXTRACT = 5_000_000;

/** The columns of etr.csv and ect.csv (no header row), counted from 1. */
const COLUMNS = 27;
const at = { code: 1, name: 2, region: 3, icb: 4, opened: 11, closed: 12 };

/**
 * Reads trust extracts (`etr.csv`, `ect.csv`). A row with something wrong in it is left out and told of, the others
 * count; a code that comes twice counts the first time. Never throws.
 */
export function readOdsExtracts(files: readonly OdsFile[]): OdsExtract {
  const trusts = new Map<string, OdsTrust>();
  const problems: OdsProblem[] = [];
  for (const file of files) {
    const text = textOf(file);
    if (typeof text !== "string") {
      problems.push(text);
      continue;
    }
    const { rows, problem } = csvRows(text);
    for (const { line, cells } of rows) {
      const found = trustIn(cells);
      const wrong = "fault" in found ? found.fault : trusts.has(found.code) ? twice : null;
      if (wrong) problems.push({ file: file.name, line, ...wrong });
      else if (!("fault" in found)) trusts.set(found.code, found);
    }
    if (problem) problems.push({ file: file.name, ...problem });
    if (rows.length === 0 && !problem) problems.push(whole(file, "has no rows"));
  }
  return { trusts: [...trusts.values()], problems };
}

type Fault = { column: number; message: string };
const twice: Fault = { column: at.code, message: "names a code that came before: this row is left out" };

function textOf(file: OdsFile): string | OdsProblem {
  const { bytes } = file;
  if (bytes.byteLength === 0) return whole(file, "is empty");
  if (bytes.byteLength > LARGEST_EXTRACT)
    return whole(file, "is larger than 5 MB, so it is no trust extract");
  if (isZip(bytes))
    return whole(
      file,
      "is a workbook or a zip archive, not a CSV file. A trust taken out of another installation is brought in by whoever runs this one",
    );
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\u0000")) return text;
  } catch {
    // Told below: the same remedy as for text that decodes to nonsense.
  }
  return whole(file, "is not text in UTF-8: use the file as the publisher gives it, or save it as CSV UTF-8");
}

/** Workbooks are zip archives too. */
function isZip(bytes: Uint8Array): boolean {
  return ["P", "K", "\u0003", "\u0004"].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}

function whole({ name: file }: OdsFile, message: string): OdsProblem {
  return { file, line: 0, column: 0, message };
}

function trustIn(cells: readonly string[]): OdsTrust | { fault: Fault } {
  const fault = (column: number, message: string) => ({ fault: { column, message } });
  const cell = (column: number) => (cells[column - 1] ?? "").trim();
  if (cells.length !== COLUMNS) {
    return fault(
      Math.min(cells.length, COLUMNS),
      `has ${cells.length} ${cells.length === 1 ? "column" : "columns"} where an extract has ${COLUMNS}`,
    );
  }
  const [code, name] = [cell(at.code), cell(at.name)];
  if (!/^[A-Z0-9]{3,6}$/.test(code)) return fault(at.code, "is no organisation code");
  if (name === "" || name.length > 200) return fault(at.name, "is no name");
  const [regionCode, icbCode] = [cell(at.region), cell(at.icb)];
  if (!/^([A-Z0-9]{3})?$/.test(regionCode)) return fault(at.region, "is no region code");
  if (!/^([A-Z0-9]{3,5})?$/.test(icbCode)) return fault(at.icb, "is no integrated care board code");
  const openedOn = dayIn(cell(at.opened));
  if (!openedOn) return fault(at.opened, "is no day as YYYYMMDD");
  const closed = cell(at.closed);
  const closedOn = closed === "" ? null : dayIn(closed);
  if (closed !== "" && !closedOn) return fault(at.closed, "is no day as YYYYMMDD");
  if (closedOn && closedOn < openedOn) return fault(at.closed, "is before the day it opened");
  return {
    code,
    name: nameInWords(name),
    subtype: subtypeOf(name),
    openedOn,
    closedOn,
    regionCode: regionCode || null,
    icbCode: icbCode || null,
  };
}

/** "20260401" as "2026-04-01"; null where there is no such day. */
function dayIn(text: string): string | null {
  const [, year = "", month = "", day = ""] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
