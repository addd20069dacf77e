import writeExcelFile, { type Row, type Sheet } from "write-excel-file/node";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { excelPages, tallEnough } from "@/lib/report/excel-pages";
import { spreadsheetText } from "@/lib/report/spreadsheet-text";
import {
  capabilityColumns,
  criterionColumns,
  frameworkRows,
  type FrameworkColumn,
  type FrameworkRow,
} from "./framework-rows";

/**
 * A framework as an Excel workbook: what it is, its rules, its capabilities and its criteria, each on a sheet with
 * a header row. Every setting's wording, or that of the one asked for. Cells are typed; text never runs.
 */
export async function frameworkWorkbook(framework: Framework, setting: CareSetting | null): Promise<Buffer> {
  const criteria = frameworkRows(framework, setting);
  const capabilities = [...new Map(criteria.map((row) => [row.capability.id, row])).values()];
  const sheets: Sheet<never>[] = [
    aboutSheet(framework, setting),
    rulesSheet(framework),
    tableSheet("Capabilities", capabilityColumns(framework, setting), capabilities),
    tableSheet("Criteria", criterionColumns(framework, setting), criteria),
  ];
  return writeExcelFile(sheets.map(tallEnough), {
    fontFamily: "Arial",
    fontSize: 11,
    features: [excelPages],
  }).toBuffer();
}

function aboutSheet(framework: Framework, setting: CareSetting | null): Sheet<never> {
  const facts: [string, string][] = [
    ["Framework", framework.title],
    ["Id", framework.id],
    ["Version", framework.version],
    ["Status", framework.status === "draft" ? "Draft: any line may change" : "Published: it never changes"],
    ["Published", framework.published ?? "Not yet"],
    ["Last reviewed", framework.reviewed ?? "Not yet"],
    ["Wording", setting === null ? "All care settings" : settingName(framework, setting)],
    ...(framework.illustrative
      ? [["Note", "Illustrative: made to show how versions compare"] as [string, string]]
      : []),
  ];
  return {
    sheet: "About",
    columns: [{ width: 18 }, { width: 70 }],
    data: facts.map(([name, value]) => [heading(name), body(value)]),
  };
}

function rulesSheet({ levels, stages, dimensionSlack }: Framework): Sheet<never> {
  const floor = (stage: number) => (dimensionSlack === null ? null : Math.max(1, stage - dimensionSlack));
  return {
    sheet: "Levels and stages",
    columns: [{ width: 10 }, { width: 18 }, { width: 90 }, { width: 18 }, { width: 18 }],
    data: [
      ["Level", "Name", "What it means"].map(heading),
      ...levels.map(({ level, name, test }) => [body(level), body(name), body(test)]),
      [],
      ["Stage", "Name", "Overall score at least", "Every safeguard at least", "Every dimension at least"].map(
        heading,
      ),
      ...stages.map(({ stage, name, overallAtLeast, gateAtLeast }) =>
        [stage, name, overallAtLeast, gateAtLeast, floor(stage)].map(body),
      ),
    ],
  };
}

function tableSheet(
  name: string,
  columns: readonly FrameworkColumn[],
  rows: readonly FrameworkRow[],
): Sheet<never> {
  return {
    sheet: name,
    stickyRowsCount: 1,
    orientation: "landscape",
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ header }) => heading(header)),
      ...rows.map((row) => columns.map(({ cell }) => body(cell(row)))),
    ],
  };
}

type Cell = Row[number];

function heading(text: string): Cell {
  return { value: text, fontWeight: "bold", backgroundColor: "#E8EDEE", wrap: true, alignVertical: "top" };
}

function body(value: string | number | null): Cell {
  if (value === null) return null;
  if (typeof value === "number") return { value, type: Number, alignVertical: "top", align: "left" };
  return { value: spreadsheetText(value), type: String, wrap: true, alignVertical: "top" };
}
