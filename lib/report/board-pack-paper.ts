import { bars } from "@/lib/charts/bars";
import { radar } from "@/lib/charts/radar";
import { stageTrack } from "@/lib/charts/stage-track";
import { trend } from "@/lib/charts/trend";
import { organisationWord } from "@/lib/framework/organisation-word";
import { shownScore } from "@/lib/scoring/shown";
import type { BoardPack } from "./board-pack";
import { planBlocks } from "./board-pack-plan";
import type { BoardSection } from "./board-report";
import { ofWhom } from "./board-scores";
import { changeSinceInWords } from "./change-words";
import { dateInWords } from "./dates";
import { DMA_2025_LABEL, DMA_2025_SOURCE, DMA_2025_WORDS } from "./dma-2025";
import { frontSheetRows } from "./front-sheet";
import { nextStage } from "./next-stage";
import { type Block, heading, list, paper, type Paper, paragraph, table } from "./paper";
import { trendPoints } from "./score-trend-points";
import { notShownInWords } from "./sensitive-groups";
import { distanceInWords, overallInFigures, stageInWords } from "./stage-words";
import { untoldInWords } from "./unnamed";

/** Width of drawings in pixels: that of the text on A4 paper. */
const WIDTH = 640;

/** Of a line between two or three points, which says no more for being long. */
const SMALL = 445;

/** Of a shape that is as tall as it is wide, so that its table and it share a page. */
const ROUND = 500;

/** The board pack as a document to read on paper, in the order of the board's dashboard (design 2, board papers). */
export function boardPackPaper(pack: BoardPack): Paper {
  const { title, subject, marking, sheet, recommendations, messages, report, plan } = pack;
  return paper({
    title,
    subject,
    marking,
    // A pack is made from what was signed off alone.
    draft: false,
    contents: 1,
    blocks: [
      ...table(
        "Front sheet",
        [
          ["What", 1.3],
          ["Value", 3],
        ],
        [
          ["Organisation", `${report.organisation.name} (${report.organisation.odsCode})`],
          ...frontSheetRows(sheet).map(({ name, value }) => [name, value]),
          ["Made on", dateInWords(report.madeOn)],
        ],
      ),
      heading(1, "Recommendation"),
      paragraph("The board is asked to:"),
      ...list(recommendations),
      heading(1, "Key messages"),
      ...list(messages),
      ...report.sections.flatMap((section) => sectionBlocks(pack, section)),
      ...(plan ? planBlocks(plan) : []),
      heading(1, "Method and confidence"),
      ...methodBlocks(pack),
    ],
  });
}

function sectionBlocks({ report }: BoardPack, section: BoardSection): Block[] {
  const { panel, standing, messages } = section;
  const { name, latest, safeguards, between, ask, sure, next } = panel;
  const below = safeguards.below.map(({ text }) => text);
  return [
    heading(1, `${name}, ${latest.round}`),
    paragraph(`${standing}.`),
    heading(2, "Safeguards"),
    paragraph(`${safeguards.secured} of ${safeguards.of} safeguards are at level 3 or above.`),
    ...list(below),
    ...(safeguards.hidden > 0 ? [paragraph(notNamed(safeguards.hidden))] : []),
    ...(safeguards.untold > 0 ? [paragraph(`${untoldInWords(safeguards.untold, "public")}.`)] : []),
    heading(2, "Stage, score and change"),
    ...positionBlocks(section),
    heading(2, next ? `What stands between us and ${next}` : "The highest stage"),
    paragraph(`${panel.distance}.`),
    ...list([...between.named, ...(between.more > 0 ? [`${between.more} more`] : [])]),
    heading(2, "What the board is asked to decide"),
    ...list(ask),
    heading(2, "How sure we are"),
    ...list(sure),
    ...(report.sections.length > 1
      ? [heading(2, `Key messages: ${name}`), ...list(messages.map(({ text }) => text))]
      : []),
    ...pillarBlocks(section),
    ...dimensionBlocks(section),
    ...trendBlocks(section),
    ...gapBlocks(section),
  ];
}

function positionBlocks({ panel }: BoardSection): Block[] {
  const { stage, score, distance, change, name, latest } = panel;
  const { framework, result } = latest;
  const [direction, detail] = change
    ? changeSinceInWords(change.since, change.compared)
    : ["This is the first signed-off round", ""];
  const caption = `${name}: stage, and what is left to the next`;
  const alt = `${stage}. ${distance}.`;
  const drawing = stageTrack(
    {
      stages: framework.stages.map((each) => each.name),
      low: result.stage.low,
      high: result.stage.high,
      distance: nextStage(framework, result) ? result.distance : null,
    },
    { id: `${panel.setting}-stage`, width: WIDTH, title: caption, description: alt },
  );
  return [
    paragraph(`${stage}, with an overall score of ${score} out of 5. ${direction}${detail}.`),
    { kind: "figure", caption, alt, drawing },
  ];
}

function pillarBlocks({ panel, scores }: BoardSection): Block[] {
  const { pillars, england } = scores;
  const { name, latest, setting } = panel;
  if (pillars.rows.length === 0) return [];
  const caption = `${name}: ${pillars.heading}, at a glance`;
  const alt = "Each score from 1 at the centre to 5 at the edge. The table above has the figures.";
  const drawing = radar(
    {
      name: latest.round,
      ...(england && { comparisonName: "DMA 2025 median, a different instrument" }),
      axes: pillars.rows.map(({ id, name: pillar, bounds, published }) => ({
        key: id,
        label: pillar,
        low: bounds && Number(shownScore(bounds.low)),
        high: bounds && Number(shownScore(bounds.high)),
        comparison: published ? Number(published.median) : null,
      })),
    },
    { id: `${setting}-pillars`, width: ROUND, title: caption, description: alt },
  );
  return [
    heading(2, pillars.heading),
    ...table(
      `${name}: ${pillars.heading}, ${latest.round}, out of 5`,
      [
        [pillars.one, 3],
        [`This ${organisationWord(latest.framework)}`, 1],
        ...(england
          ? ([
              ["DMA 2025 median", 1.2],
              ["DMA 2025 middle half", 1.4],
            ] as const)
          : []),
      ],
      pillars.rows.map(({ name: pillar, score, published }) => [
        pillar,
        score,
        ...(england ? [published?.median ?? "–", published?.middleHalf ?? "–"] : []),
      ]),
    ),
    ...(pillars.notShown > 0 ? [paragraph(`${notShownInWords(pillars.notShown)}.`)] : []),
    ...(england
      ? [paragraph(`${DMA_2025_LABEL}. ${DMA_2025_WORDS}. ${ofWhom(england, setting)}. ${DMA_2025_SOURCE}.`)]
      : []),
    ...(pillars.rows.length < 3 ? [] : [{ kind: "figure" as const, caption, alt, drawing }]),
  ];
}

function dimensionBlocks({ panel, scores: { dimensions } }: BoardSection): Block[] {
  const { name, latest, setting, next } = panel;
  const needs = dimensions.find((dimension) => dimension.needs !== null)?.needs ?? null;
  const caption = `${name}: dimensions from 1 to 5`;
  const alt = "The score of each dimension as a bar from 1 to 5. The table above has the figures.";
  const drawing = bars(
    dimensions.map(({ number, name: dimension, score, bounds }) => ({
      label: `${number}. ${dimension}`,
      low: bounds && figureOf(score, bounds.low),
      high: bounds && figureOf(score, bounds.high),
    })),
    { id: `${setting}-dimensions`, width: WIDTH, title: caption, description: alt },
  );
  return [
    heading(2, "Dimensions"),
    ...table(
      `${name}: dimensions, ${latest.round}, out of 5`,
      [
        ["Dimension", 4],
        ["Score", 1],
        ...(needs === null ? [] : [[`${next} needs ${needs.toFixed(1)}`, 1.4] as const]),
      ],
      dimensions.map(({ number, name: dimension, score, bounds, reached }) => [
        `${number}. ${dimension}`,
        score,
        ...(needs === null ? [] : [bounds ? (reached ? "Reached" : "Not reached") : ""]),
      ]),
    ),
    { kind: "figure", caption, alt, drawing },
  ];
}

function trendBlocks({ panel, trend: entries, moved }: BoardSection): Block[] {
  const { name, setting } = panel;
  const caption = `${name}: overall score over time`;
  const alt = "The overall score from 1 to 5. The table above has the figures.";
  const width = entries.length > 3 ? WIDTH : SMALL;
  const options = { id: `${setting}-trend`, width, title: caption, description: alt };
  return [
    heading(2, "Over time"),
    ...table(
      `${name}: every round`,
      [
        ["Round", 1.6],
        ["When", 1.4],
        ["Stage", 1.3],
        ["Score", 0.8],
        ["Distance", 1.7],
        ["Change", 3.2],
      ],
      entries.map(({ kind, round, name: checkpoint, at, framework, result, change }) => [
        kind === "sign_off" ? round : `${checkpoint}, not signed off`,
        dateInWords(at),
        stageInWords(framework, result),
        overallInFigures(result),
        distanceInWords(framework, result),
        change ? changeSinceInWords(change.since.round, change.compared).join("") : "–",
      ]),
    ),
    ...(entries.length > 1
      ? [{ kind: "figure" as const, caption, alt, drawing: trend(trendPoints(entries), options) }]
      : []),
    ...(moved && moved.fell.length > 0
      ? [paragraph(`Fell since ${moved.since}: ${moved.fell.join("; ")}.`)]
      : []),
    ...(moved && moved.rose.length > 0
      ? [paragraph(`Rose since ${moved.since}: ${moved.rose.join("; ")}.`)]
      : []),
  ];
}

function gapBlocks({ panel, gaps, hiddenGaps }: BoardSection): Block[] {
  const levels = gaps.some(({ level }) => level !== null);
  return [
    heading(2, "Most pressing gaps"),
    ...(gaps.length === 0 ? [paragraph("Every target that may be named here is reached.")] : []),
    ...table(
      `${panel.name}: safeguards below their target first, then by value`,
      [["Capability", 4], ["List", 1.4], ...(levels ? [["Level now", 1] as const] : []), ["Target", 1.6]],
      gaps.map(({ title, list: section, level, target, by }) => [
        title,
        section,
        ...(levels ? [level ?? ""] : []),
        by ? `${target} by ${dateInWords(by)}` : target,
      ]),
    ),
    ...(hiddenGaps > 0
      ? [
          paragraph(
            `${hiddenGaps} sensitive ${hiddenGaps === 1 ? "gap is" : "gaps are"} counted in the scores and not named here.`,
          ),
        ]
      : []),
  ];
}

function methodBlocks({ report }: BoardPack): Block[] {
  const method = new Set(report.sections.flatMap((section) => section.method));
  return [
    ...report.sections.flatMap(({ panel, confidence }) => [
      heading(2, `How sure: ${panel.name}`),
      ...list(confidence),
    ]),
    heading(2, "How the figures come about"),
    ...list([...method]),
  ];
}

/** The figure as it is shown, so that no bar says more than its table. */
function figureOf(score: string, bound: number): number {
  const shown = Number(score);
  return Number.isFinite(shown) ? shown : bound;
}

function notNamed(count: number): string {
  return count === 1
    ? "1 that is below is sensitive and not named here."
    : `${count} that are below are sensitive and not named here.`;
}
