import type { CareSetting, Framework } from "@/lib/framework/schema";
import { csvOf } from "@/lib/report/csv";
import { criterionColumns, frameworkRows } from "./framework-rows";

/** A framework as a table, one criterion a line: every setting's wording, or that of the one asked for. */
export function frameworkCsv(framework: Framework, setting: CareSetting | null): string {
  const columns = [
    { header: "Framework", cell: () => framework.id },
    { header: "Version", cell: () => framework.version },
    { header: "Status", cell: () => framework.status },
    ...criterionColumns(framework, setting),
  ];
  return csvOf(
    columns.map(({ header }) => header),
    frameworkRows(framework, setting).map((row) => columns.map(({ cell }) => cell(row))),
  );
}
