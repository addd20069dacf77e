import { bars } from "@/lib/charts/bars";
import { stageTrack } from "@/lib/charts/stage-track";
import { ROUTE_CAUTION } from "@/lib/scoring/route";
import { completenessInWords } from "./completeness";
import { dateInWords } from "./dates";
import { monthsInWords, pointsInWords } from "./effort-words";
import { appendixBlocks, findingBlocks } from "./gap-paper-findings";
import { gapPlanBlocks } from "./gap-paper-plan";
import type { GapReport } from "./gap-report";
import { workingInFigures } from "./gap-sections";
import { groupingOf } from "./grouping";
import { nextStage } from "./next-stage";
import { heading, list, paper, paragraph, table, type Block, type Paper } from "./paper";
import { type ReportPart, reportParts } from "./report-choice";
import type { RouteStep } from "./route-steps";
import {
  dimensionInFigures,
  distanceInWords,
  overallInFigures,
  scoreInFigures,
  stageInWords,
} from "./stage-words";
import { confidenceInWords, evidencedInWords, notKnownInWords } from "./sureness";

/** Width of drawings in pixels: that of the text on A4 paper, with words in them a little smaller than the text. */
const WIDTH = 640;

/** The gap report as a document to read on paper, in the order that boards and consultants read it. */
export function gapPaper(report: GapReport): Paper {
  const blocks: Record<ReportPart, () => Block[]> = {
    summary: () => list(report.summary),
    position: () => position(report),
    method: () => list(report.method),
    priorities: () => priorities(report),
    findings: () => [
      paragraph(
        "What is missing is told of each capability below its target. The appendix has every criterion.",
      ),
      ...report.dimensions.flatMap((dimension) => findingBlocks(report, dimension)),
    ],
    route: () => route(report),
    plan: () => (report.plan ? gapPlanBlocks(report.plan) : []),
    appendix: () => report.dimensions.flatMap(appendixBlocks),
  };
  const wanted = (Object.keys(reportParts) as ReportPart[]).filter((part) => report.parts.has(part));
  const written = (part: ReportPart) => [heading(1, reportParts[part]), ...blocks[part]()];
  return paper({
    title: report.title,
    subject: `Where ${report.organisation.name} stands in ${report.round}, and what to do next`,
    marking: report.marking,
    draft: report.signedOff === null,
    contents: 2,
    logo: logoOf(report),
    // The answer first; then whose it is and what it stands on.
    blocks: [
      ...wanted.filter((part) => part === "summary").flatMap(written),
      ...facts(report),
      ...wanted.filter((part) => part !== "summary").flatMap(written),
    ],
  });
}

function logoOf({ preparer }: GapReport): Paper["logo"] {
  return preparer?.logo ? { picture: preparer.logo, alt: `Logo of ${preparer.name}` } : null;
}

function facts(report: GapReport): Block[] {
  const { organisation, setting, round, status, madeOn, framework, engineVersion, leftOut } = report;
  const { preparer } = report;
  const draft = framework.status === "draft" ? ", draft" : "";
  return [
    ...table(
      "About this report",
      [
        ["What", 1],
        ["Value", 3],
      ],
      [
        ["Organisation", `${organisation.name} (${organisation.odsCode})`],
        ["Care setting", setting.name],
        ["Round", round],
        ["Status", status],
        ["Made on", dateInWords(madeOn)],
        ...(preparer ? [["Prepared by", preparer.name]] : []),
        ["Framework", `${framework.title}, version ${framework.version}${draft}`],
        ["Scoring rules", `Version ${engineVersion}`],
      ],
    ),
    ...(leftOut > 0
      ? [
          paragraph(
            `${leftOut} sensitive ${leftOut === 1 ? "capability is" : "capabilities are"} counted in the scores and left out of this copy.`,
          ),
        ]
      : []),
  ];
}

function position(report: GapReport): Block[] {
  const { framework, result, heldBy, dimensions, pillars, sureness } = report;
  const grouping = groupingOf(framework);
  const needs = nextStage(framework, result)?.dimension ?? null;
  const stage = stageInWords(framework, result);
  const distance = distanceInWords(framework, result);
  const confidence = confidenceInWords(sureness);
  const evidence = evidencedInWords(sureness);
  return [
    paragraph(`Stage: ${stage}. ${distance}. Overall score: ${overallInFigures(result)} out of 5.`),
    stageFigure(report, `${stage}. ${distance}.`),
    heading(2, "What holds it there"),
    ...(heldBy.length > 0 ? list(heldBy) : [paragraph("Nothing: this is the highest stage there is.")]),
    heading(2, "Scores by dimension"),
    ...table(
      "Dimensions, out of 5",
      [["Dimension", 4], ["Score", 1], ...(needs === null ? [] : [["Next stage needs", 1] as const])],
      dimensions.map(({ dimension, bounds }) => [
        `${dimension.number}. ${dimension.name}`,
        bounds ? dimensionInFigures(framework, result, bounds) : "Does not apply",
        ...(needs === null ? [] : [needs.toFixed(1)]),
      ]),
    ),
    ...table(
      `${grouping.heading}, out of 5`,
      [
        [grouping.one, 4],
        ["Score", 1],
      ],
      pillars.map(({ name, bounds }) => [name, bounds ? scoreInFigures(bounds) : "Does not apply"]),
    ),
    dimensionsFigure(report),
    heading(2, "How sure this is"),
    ...list([
      completenessInWords(sureness),
      notKnownInWords(sureness),
      ...(confidence ? [`Confidence: ${confidence}`] : []),
      ...(evidence ? [`Evidence: ${evidence}`] : []),
    ]),
  ];
}

function stageFigure({ framework, result }: GapReport, alt: string): Block {
  const caption = "Stage, and what is left to the next";
  const { low, high } = result.stage;
  const distance = nextStage(framework, result) ? result.distance : null;
  const stages = framework.stages.map(({ name }) => name);
  const options = { id: "stage", width: WIDTH, title: caption, description: alt };
  return { kind: "figure", caption, alt, drawing: stageTrack({ stages, low, high, distance }, options) };
}

function dimensionsFigure({ dimensions }: GapReport): Block {
  const caption = "Dimensions from 1 to 5";
  const alt = "The score of each dimension as a bar from 1 to 5. The table of dimensions has the figures.";
  const rows = dimensions.map(({ dimension, bounds }) => ({
    label: `${dimension.number}. ${dimension.name}`,
    low: bounds?.low ?? null,
    high: bounds?.high ?? null,
  }));
  const drawing = bars(rows, { id: "dimensions", width: WIDTH, title: caption, description: alt });
  return { kind: "figure", caption, alt, drawing };
}

function priorities({ gaps }: GapReport): Block[] {
  return gaps.flatMap(({ name, rule, items, hidden }) => [
    heading(2, name),
    paragraph(items.length + hidden === 0 ? `${rule} There are none.` : rule),
    ...table(
      `${name}, in order`,
      [
        ["Capability", 5],
        ["Level", 1],
        ["Target", 1.1],
        ["Value", 1],
        ["Working", 3.6],
        ["Effort", 1.5],
        ["Lead time", 1.6],
      ],
      items.map(({ title, gap, months }) => [
        title,
        gap.level,
        gap.target,
        gap.value,
        workingInFigures(gap),
        pointsInWords(gap.effort),
        monthsInWords(months),
      ]),
    ),
    ...(hidden > 0 ? [paragraph(`${hidden} sensitive, not shown in this copy.`)] : []),
  ]);
}

function route({ route }: GapReport): Block[] {
  if (route === null) return [paragraph("This is the highest stage there is.")];
  if (!route.found) return [paragraph(`Nothing reaches ${route.goal}.`), ...list(route.reasons)];
  const { goal, steps, hidden } = route;
  return [
    paragraph(ROUTE_CAUTION),
    paragraph(`Shortest by effort to ${goal}: ${pointsInWords(route.route.cost)}.`),
    ...table(
      `Steps to ${goal}`,
      [
        ["Capability", 6],
        ["Level", 1.3],
        ["Effort", 1.3],
        ["Lead time", 1.5],
      ],
      steps.map(({ title, from, to, cost, months }) => [
        title,
        `${from} to ${to}`,
        pointsInWords(cost),
        monthsInWords(months),
      ]),
    ),
    ...list(steps.flatMap(({ title, cautions }) => cautions.map((caution) => `${title}. ${caution}`))),
    ...(hidden.count > 0
      ? [paragraph(`${hidden.count} more, not named here: ${pointsInWords(hidden.cost)}.`)]
      : []),
    ...table(
      `Criteria to meet on the way to ${goal}`,
      [
        ["Capability and level", 3],
        ["Criteria to meet", 9],
      ],
      steps.flatMap(stepRows),
      { dense: true },
    ),
  ];
}

/** What a step asks for, level by level: rows that are short enough to fill pages. */
function stepRows({ title, criteria }: RouteStep): string[][] {
  const levels = new Set(criteria.map(({ level }) => level));
  return [...levels].map((level) => {
    const asked = criteria.filter((criterion) => criterion.level === level);
    return [`${title}: level ${level}`, asked.map(({ text }) => `• ${text}`).join("\n")];
  });
}
