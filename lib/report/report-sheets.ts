import { dayOf } from "./dates";
import { pointsInWords } from "./effort-words";
import type { GapReport } from "./gap-report";
import { groupingOf } from "./grouping";
import { stateInWords } from "./level-words";
import { nextStage } from "./next-stage";
import { planSheets } from "./plan-sheets";
import type { ReportPart } from "./report-choice";
import { findingsTable, type Cell, type ReportTable } from "./report-table";
import { distanceInWords, stageInWords } from "./stage-words";
import { completenessInWords } from "./completeness";
import { confidenceInWords, evidencedInWords, notKnownInWords } from "./sureness";
import { ROUTE_CAUTION } from "@/lib/scoring/route";

/** One sheet of the Excel file. The name is what its tab says, at most 31 characters. */
export type ReportSheet = ReportTable & { name: string };

/** The gap report as sheets, the summary first: those of the parts that were asked for. */
export function reportSheets(report: GapReport): ReportSheet[] {
  const sheets: Partial<Record<ReportPart, () => ReportSheet[]>> = {
    position: () => [
      {
        name: "What holds it",
        ...listOf("Condition of the next stage that is not met", report.heldBy),
      },
      { name: "Dimensions", ...dimensions(report) },
      { name: groupingOf(report.framework).sheet, ...pillars(report) },
    ],
    findings: () => [{ name: "Findings", ...findingsTable(report) }],
    route: () => [{ name: "Shortest way", ...route(report) }],
    plan: () => planSheets(report.plan?.actions ?? []),
    appendix: () => [
      { name: "Answers", ...answers(report) },
      { name: "Notes", ...notes(report) },
    ],
    method: () => [{ name: "Method", ...listOf("How the figures come about", report.method) }],
  };
  // The findings hold the gaps with their places: one table to filter rather than two that could differ.
  const wanted = new Set([...report.parts, ...(report.parts.has("priorities") ? ["findings"] : [])]);
  return [
    { name: "Summary", ...summary(report) },
    ...Object.entries(sheets).flatMap(([part, make]) => (wanted.has(part) ? make() : [])),
  ];
}

function summary(report: GapReport): ReportTable {
  const { organisation, setting, round, framework, engineVersion, status, signedOff, result, sureness } =
    report;
  const { overall, stage, distance } = result;
  const confidence = confidenceInWords(sureness);
  const evidenced = evidencedInWords(sureness);
  const facts: [string, Cell][] = [
    ["Report", report.title],
    ["Organisation", organisation.name],
    ["Organisation code", organisation.odsCode],
    ["Care setting", setting.name],
    ["Round", round],
    ["Status", status],
    ["Signed off on", signedOff && dayOf(signedOff.at)],
    ["Made on", dayOf(report.madeOn)],
    ...(report.preparer ? ([["Prepared by", report.preparer.name]] as [string, Cell][]) : []),
    [
      "Framework",
      `${framework.title}, ${framework.version}${framework.status === "draft" ? " (draft)" : ""}`,
    ],
    ["Scoring rules version", engineVersion],
    ["Stage", stageInWords(framework, result)],
    ["Stage, low", stage.low],
    ["Stage, high", stage.high],
    ["Overall score, low", overall?.low ?? null],
    ["Overall score, high", overall?.high ?? null],
    ["Distance", distanceInWords(framework, result)],
    ["Conditions left", distance.unmet],
    ["Conditions of next stage", distance.of],
    ["Complete", completenessInWords(sureness)],
    ...(confidence ? ([["Confidence", confidence]] as [string, Cell][]) : []),
    ...(evidenced === null ? [] : ([["Evidence", evidenced]] as [string, Cell][])),
    ["Not known", notKnownInWords(sureness)],
    ["Sensitive capabilities left out", report.leftOut],
    ...(report.marking === "" ? [] : ([["Marking", report.marking]] as [string, Cell][])),
    ...(report.parts.has("summary") ? report.summary : []).map((sentence, index): [string, Cell] => [
      `Summary ${index + 1}`,
      sentence,
    ]),
  ];
  return { columns: named(["What", 32], ["Value", 90]), rows: facts };
}

function dimensions({ dimensions, framework, result }: GapReport): ReportTable {
  const needs = nextStage(framework, result)?.dimension ?? null;
  return {
    columns: [
      ...named(["Number", 8], ["Dimension", 34]),
      ...scores("Score, low", "Score, high", "Next stage needs"),
    ],
    rows: dimensions.map(({ dimension, bounds }) => [
      dimension.number,
      dimension.name,
      bounds?.low ?? null,
      bounds?.high ?? null,
      needs,
    ]),
  };
}

function pillars({ framework, pillars }: GapReport): ReportTable {
  return {
    columns: [...named([groupingOf(framework).one, 34]), ...scores("Score, low", "Score, high")],
    rows: pillars.map(({ name, bounds }) => [name, bounds?.low ?? null, bounds?.high ?? null]),
  };
}

function route({ route }: GapReport): ReportTable {
  const columns = named(
    ["Capability", 50],
    ["From level", 10],
    ["To level", 10],
    ["Effort, points", 10],
    ["Lead time, months", 10],
    ["Criteria to meet", 80],
    ["Cautions", 60],
  );
  const said = (text: string): Cell[] => [text, null, null, null, null, null, null];
  if (route === null) return { columns, rows: [said("This is the highest stage there is.")] };
  if (!route.found) {
    return { columns, rows: [`Nothing reaches ${route.goal}.`, ...route.reasons].map(said) };
  }
  const { steps, hidden } = route;
  return {
    columns,
    rows: [
      ...steps.map(({ title, from, to, cost, months, criteria, cautions }): Cell[] => [
        title,
        from,
        to,
        cost,
        months,
        criteria.map(({ text }) => text).join("\n"),
        cautions.join("\n"),
      ]),
      ...(hidden.count > 0
        ? [[`${hidden.count} more, not named here`, null, null, hidden.cost, null, null, null]]
        : []),
      said(`Shortest by effort to ${route.goal}: ${pointsInWords(route.route.cost)}`),
      said(ROUTE_CAUTION),
    ],
  };
}

function answers({ dimensions }: GapReport): ReportTable {
  return {
    columns: named(
      ["Dimension", 28],
      ["Capability", 44],
      ["Level", 8],
      ["Criterion id", 14],
      ["Criterion", 80],
      ["Answer", 16],
    ),
    rows: dimensions.flatMap(({ dimension, answers }) =>
      answers.flatMap(({ title, notApplicable, criteria }): Cell[][] => {
        const name = `${dimension.number}. ${dimension.name}`;
        if (notApplicable !== null) return [[name, title, null, null, notApplicable, "Does not apply"]];
        return criteria.map(({ id, level, text, state }) => [
          name,
          title,
          level,
          id,
          text,
          stateInWords(state),
        ]);
      }),
    ),
  };
}

/** Only what was written: a sheet that filters and prints well however long the notes are. */
function notes({ dimensions }: GapReport): ReportTable {
  return {
    columns: named(["Capability", 44], ["Confidence", 12], ["Note", 110]),
    rows: dimensions.flatMap(({ answers }) =>
      answers.flatMap(({ title, confidence, note }): Cell[][] =>
        note === "" && confidence === null ? [] : [[title, confidence, note]],
      ),
    ),
  };
}

function listOf(header: string, lines: readonly string[]): ReportTable {
  return { columns: named([header, 110]), rows: lines.map((line) => [line]) };
}

function scores(...headers: string[]): ReportTable["columns"] {
  return headers.map((header) => ({ header, width: 12, score: true }));
}

function named(...columns: [header: string, width: number][]): ReportTable["columns"] {
  return columns.map(([header, width]) => ({ header, width }));
}
