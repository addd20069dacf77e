import { csvOf, type CsvCell } from "./csv";
import { isoDate } from "./dates";
import type { GapReport } from "./gap-report";
import { findingsTable, type Cell } from "./report-table";

/**
 * The gap report as CSV: one row per capability, each saying whose it is, of which round and standing, and the
 * figures of the whole, so that rows of several reports can be put together.
 */
export function reportCsv(report: GapReport): string {
  const { organisation, setting, round, framework, engineVersion, status, result, leftOut } = report;
  const { stage, overall, distance } = result;
  const whole: [string, CsvCell][] = [
    ["Organisation", organisation.name],
    ["Organisation code", organisation.odsCode],
    ["Care setting", setting.name],
    ["Round", round],
    ["Status", status],
    ["Made on", isoDate(report.madeOn)],
    ["Framework", `${framework.id} ${framework.version}`],
    ["Scoring rules version", engineVersion],
    ["Stage, low", stage.low],
    ["Stage, high", stage.high],
    ["Overall score, low", overall?.low ?? null],
    ["Overall score, high", overall?.high ?? null],
    ["Conditions left", distance.unmet],
    ["Conditions of next stage", distance.of],
    ["Sensitive capabilities left out", leftOut],
    ["Marking", report.marking],
  ];
  const { columns, rows } = findingsTable(report);
  return csvOf(
    [...whole.map(([header]) => header), ...columns.map(({ header }) => header)],
    rows.map((row) => [...whole.map(([, cell]) => cell), ...row.map(plain)]),
  );
}

/** A day as every program reads it, 2027-03-31. */
function plain(cell: Cell): CsvCell {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : cell;
}
