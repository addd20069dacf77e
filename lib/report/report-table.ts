import type { Bounds } from "@/lib/scoring/result";
import { actionInWords } from "./gap-paper-plan";
import { groupingOf } from "./grouping";
import type { GapReport, ReportDimension, ReportFinding } from "./gap-report";
import { workingInFigures } from "./gap-sections";

/** What a cell may hold: text, a figure as the engine gives it, a day, or nothing. */
export type Cell = string | number | Date | null;

/** `width` is in characters, for programs that set one; a `score` is shown with at least one decimal. */
export type ReportColumn = { header: string; width: number; score?: true };

/** A table with its columns named once. */
export type ReportTable = { columns: ReportColumn[]; rows: Cell[][] };

/** A figure where it is one; what is said of it in words where it is a range, or there is none. */
export function figureCell(bounds: Bounds | null, inWords: string): Cell {
  return bounds && bounds.low === bounds.high ? bounds.low : inWords;
}

type Place = { report: GapReport; dimension: ReportDimension; finding: ReportFinding };
type Column = ReportColumn & { cell: (place: Place) => Cell };

const columnsFor = (report: GapReport): Column[] => [
  {
    header: "Dimension",
    width: 28,
    cell: ({ dimension: { dimension } }) => `${dimension.number}. ${dimension.name}`,
  },
  {
    header: "Dimension score, low",
    width: 12,
    score: true,
    cell: ({ dimension }) => dimension.bounds?.low ?? null,
  },
  {
    header: "Dimension score, high",
    width: 12,
    score: true,
    cell: ({ dimension }) => dimension.bounds?.high ?? null,
  },
  { header: "Capability id", width: 12, cell: ({ finding }) => finding.capability.id },
  { header: "Capability", width: 44, cell: ({ finding }) => finding.title },
  {
    header: groupingOf(report.framework).one,
    width: 18,
    cell: ({ finding }) => pillarNames(report, finding),
  },
  { header: "Safeguard", width: 10, cell: ({ finding }) => (finding.gate ? "Yes" : "No") },
  { header: "Level, low", width: 8, cell: ({ finding }) => finding.low },
  { header: "Level, high", width: 8, cell: ({ finding }) => finding.high },
  { header: "Answered", width: 10, cell: ({ finding }) => (finding.answered ? "Yes" : "No") },
  { header: "To confirm", width: 10, cell: ({ finding }) => (finding.carriedForward ? "Yes" : "No") },
  { header: "Not known criteria", width: 10, cell: ({ finding }) => finding.notKnown },
  { header: "Next level", width: 8, cell: ({ finding }) => finding.next },
  {
    header: "Missing for the next level",
    width: 70,
    cell: ({ finding }) => finding.missing.map(({ text }) => text).join("\n"),
  },
  { header: "Target", width: 8, cell: ({ finding }) => finding.target },
  { header: "Target by", width: 18, cell: ({ finding }) => finding.setTarget?.by ?? null },
  { header: "Reason for the target", width: 40, cell: ({ finding }) => finding.setTarget?.reason ?? "" },
  { header: "Gap", width: 8, cell: ({ finding }) => finding.priority?.gap.gap ?? 0 },
  { header: "Weight", width: 8, cell: ({ finding }) => finding.priority?.gap.weight ?? null },
  { header: "Importance", width: 10, cell: ({ finding }) => finding.priority?.gap.importance ?? null },
  { header: "Safeguard factor", width: 10, cell: ({ finding }) => finding.priority?.gap.gateBoost ?? null },
  { header: "Value", width: 8, cell: ({ finding }) => finding.priority?.gap.value ?? null },
  {
    header: "Working",
    width: 40,
    cell: ({ finding }) => finding.priority && workingInFigures(finding.priority.gap),
  },
  { header: "Effort, points", width: 10, cell: ({ finding }) => finding.priority?.gap.effort ?? null },
  { header: "Lead time, months", width: 10, cell: ({ finding }) => finding.priority?.months ?? null },
  { header: "List", width: 16, cell: ({ finding }) => finding.priority?.list ?? "No gap" },
  { header: "Place in list", width: 8, cell: ({ finding }) => finding.priority?.place ?? null },
  { header: "Evidence", width: 60, cell: ({ finding }) => finding.evidence.join("\n") },
  { header: "Actions", width: 60, cell: ({ finding }) => finding.actions.map(actionInWords).join("\n") },
  { header: "Confidence", width: 12, cell: ({ finding }) => finding.answer.confidence },
  { header: "Note", width: 60, cell: ({ finding }) => finding.answer.note },
];

/** One row per capability: its level, what is missing, its target and what that makes it worth. */
export function findingsTable(report: GapReport): ReportTable {
  const columns = columnsFor(report);
  return {
    columns,
    rows: report.dimensions.flatMap((dimension) =>
      dimension.findings.map((finding) => columns.map(({ cell }) => cell({ report, dimension, finding }))),
    ),
  };
}

function pillarNames(report: GapReport, { capability }: ReportFinding): string {
  const ids = capability.lenses[groupingOf(report.framework).lens] ?? [];
  return report.pillars
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(", ");
}
