import type { TrendPoint } from "@/lib/charts/trend";
import { shownScore } from "@/lib/scoring/shown";
import type { BoardSection } from "./board-report";
import type { PillarScore } from "./board-scores";
import { changeSinceBriefly } from "./change-words";
import { dateInWords } from "./dates";
import type { Slide, SlidePart } from "./deck";
import { DMA_2025_LABEL, DMA_2025_SOURCE } from "./dma-2025";
import { trendPoints } from "./score-trend-points";
import { notShownInWords } from "./sensitive-groups";
import { untoldInWords } from "./unnamed";

/** How many levels that moved a slide names; the paper has them all. */
const MOVED = 7;
/** Scores begin at 1: a bar from 0 would make the lowest there is look like something. */
const SCALE = { from: 1, to: 5 };

/** One care setting on slides, in the order of the board's dashboard. */
export function sectionSlides(section: BoardSection): Slide[] {
  return [
    positionSlide(section),
    dimensionSlide(section),
    ...pillarSlides(section),
    ...trendSlides(section),
    gapSlide(section),
  ];
}

/** Whose figures they are, of when, and by which questions. */
export function sourceOf({ panel, standing }: BoardSection): string {
  const { name, latest } = panel;
  const { framework } = latest;
  return `Source: ${name}, ${latest.round}. ${standing}. Framework ${framework.id} ${framework.version}.`;
}

function positionSlide(section: BoardSection): Slide {
  const { name, latest, safeguards, stage, place, score, next, between, distance } = section.panel;
  const { framework, result } = latest;
  const [way] = directionOf(section);
  const below = [
    ...safeguards.below.map((safeguard) => safeguard.text),
    ...(safeguards.hidden > 0 ? [unnamedSafeguards(safeguards.hidden)] : []),
  ];
  const untold = safeguards.untold > 0 ? [untoldInWords(safeguards.untold, "public")] : [];
  const left = [...standing(between.named, below), ...(between.more > 0 ? [`${between.more} more`] : [])];
  return {
    title: `${name}: ${stage}, ${score} out of 5, ${way}`,
    band: {
      stages: framework.stages.map((each) => each.name),
      low: result.stage.low,
      high: result.stage.high,
      text: [place?.replace(/^s/, "S"), distance].filter(Boolean).join(". "),
    },
    parts: [
      {
        kind: "list",
        heading: `${safeguards.secured} of ${safeguards.of} safeguards are at level 3 or above`,
        items: [...(below.length > 0 ? below : ["None is below that."]), ...untold],
      },
      {
        kind: "list",
        heading: next ? `What stands between us and ${next}` : "The highest stage is held",
        items: next ? left : ["There is no stage above this one."],
      },
    ],
    notes: [
      sourceOf(section),
      messageOf(section, "direction"),
      "A safeguard must itself be high enough before a stage can be claimed.",
    ],
  };
}

function dimensionSlide(section: BoardSection): Slide {
  const { panel, scores } = section;
  const shown = scores.dimensions.filter(({ bounds }) => bounds !== null);
  const needs = shown.find((dimension) => dimension.needs !== null)?.needs ?? null;
  const short = shown.filter(({ reached }) => !reached).map(({ number, name }) => `${number}. ${name}`);
  const chart: SlidePart = {
    kind: "chart",
    share: 2.2,
    chart: {
      kind: "bars",
      alt: `Scores by dimension: ${shown.map(({ name, score }) => `${name} ${score}`).join(", ")}`,
      categories: shown.map(({ number, name }) => `${number}. ${name}`),
      series: [
        { name: panel.latest.round, values: shown.map(({ score, bounds }) => figureOf(score, bounds?.low)) },
      ],
      scale: SCALE,
    },
  };
  const beside: SlidePart[] =
    needs === null
      ? []
      : [
          {
            kind: "list",
            heading: `${panel.next} needs ${needs.toFixed(1)} in each`,
            items: short.length > 0 ? short.map((each) => `Not yet: ${each}`) : ["Every dimension has it."],
          },
        ];
  return {
    title: `${panel.name}: ${messageOf(section, "spread").replace(/\.$/, "")}`,
    parts: [chart, ...beside],
    notes: [
      sourceOf(section),
      "Bars show the figures of the table of dimensions in the paper, from 1, the lowest there is, to 5.",
    ],
  };
}

function pillarSlides({ panel, scores: { pillars, england } }: BoardSection): Slide[] {
  const shown = pillars.rows.filter(({ bounds }) => bounds !== null);
  if (shown.length < 3) return [];
  const columns = [
    { header: pillars.one, share: 3 },
    { header: panel.latest.round, share: 1.2 },
    ...(england ? [{ header: "DMA 2025 median", share: 1.3 }] : []),
  ];
  return [
    {
      title: `${panel.name}: ${endsOf(shown)}`,
      parts: [
        {
          kind: "table",
          alt: `${pillars.heading}, out of 5`,
          columns,
          rows: pillars.rows.map(({ name, score, published }) => [
            name,
            score,
            ...(england ? [published?.median ?? "–"] : []),
          ]),
        },
        {
          kind: "chart",
          chart: {
            kind: "radar",
            alt: `${pillars.heading}: ${shown.map(({ name, score }) => `${name} ${score}`).join(", ")}`,
            categories: shown.map(({ name }) => name),
            series: [
              {
                name: panel.latest.round,
                values: shown.map(({ bounds }) => (bounds ? Number(shownScore(bounds.low)) : null)),
              },
              ...(england
                ? [
                    {
                      name: "DMA 2025 median, a different instrument",
                      values: shown.map(({ published }) => (published ? Number(published.median) : null)),
                    },
                  ]
                : []),
            ],
            scale: SCALE,
          },
        },
      ],
      notes: [
        `${pillars.heading}, ${panel.latest.round}. The centre of the drawing is 1, its edge 5.`,
        ...(pillars.notShown > 0 ? [`${notShownInWords(pillars.notShown)}.`] : []),
        ...(england ? [`${DMA_2025_LABEL}. ${DMA_2025_SOURCE}.`] : []),
      ],
    },
  ];
}

/** "Well led is highest (3.0), Empower people lowest (2.1)", of equal ones the first. */
function endsOf(rows: readonly PillarScore[]): string {
  const value = ({ bounds }: PillarScore) => bounds?.low ?? 0;
  const highest = rows.reduce((best, one) => (value(one) > value(best) ? one : best));
  const lowest = rows.reduce((worst, one) => (value(one) < value(worst) ? one : worst));
  if (value(highest) === value(lowest)) return `${highest.score} throughout`;
  return `${highest.name} is highest (${highest.score}), ${lowest.name} lowest (${lowest.score})`;
}

function trendSlides(section: BoardSection): Slide[] {
  const points = trendPoints(section.trend);
  if (points.length < 2) return [];
  const [way, onWhat] = directionOf(section);
  const moved = movedInWords(section);
  return [
    {
      title: `${section.panel.name}: ${way}${onWhat}`,
      parts: [
        {
          kind: "chart",
          share: 1.6,
          chart: {
            kind: "line",
            alt: `Overall score: ${points.map(({ label, low }) => `${label} ${shownScore(low)}`).join(", ")}`,
            categories: points.map(({ label, kind }) =>
              kind === "checkpoint" ? `${label}, not signed off` : label,
            ),
            series: stretches(points),
            scale: SCALE,
          },
        },
        ...(moved.length > 0
          ? [
              {
                kind: "list" as const,
                heading: `Levels that moved since ${section.moved?.since}`,
                items: moved,
              },
            ]
          : []),
      ],
      notes: [
        sourceOf(section),
        messageOf(section, "direction"),
        ...points.flatMap(({ label, breakBefore }) =>
          breakBefore ? [`${breakBefore} from ${label} on: earlier figures compare only in part.`] : [],
        ),
      ],
    },
  ];
}

/** What fell and rose, what fell first; for the public how many alone. */
function movedInWords({ moved }: BoardSection): string[] {
  if (!moved) return [];
  const all = [...moved.fell.map((one) => `Fell: ${one}`), ...moved.rose.map((one) => `Rose: ${one}`)];
  const more = all.length - MOVED;
  const { unnamed } = moved;
  return [
    ...all.slice(0, MOVED),
    ...(more > 0 ? [`${more} more, in the paper`] : []),
    ...(unnamed > 0 ? [`${unnamed} ${unnamed === 1 ? "level" : "levels"} not named here`] : []),
  ];
}

function gapSlide(section: BoardSection): Slide {
  const { panel, gaps, hiddenGaps } = section;
  const [first] = gaps;
  const levels = gaps.some(({ level }) => level !== null);
  const named = hiddenGaps > 0 ? "the most pressing gap named here is" : "the most pressing gap is";
  return {
    title: first
      ? `${panel.name}: ${named} ${first.title}`
      : `${panel.name}: every target that may be named here is reached`,
    parts: first
      ? [
          {
            kind: "table",
            alt: "The most pressing gaps: safeguards below their target first, then by value",
            columns: [
              { header: "Capability", share: 4 },
              ...(levels ? [{ header: "Level now", share: 1 }] : []),
              { header: "Target", share: 1 },
              { header: "By", share: 1.7 },
              { header: "List", share: 1.5 },
            ],
            rows: gaps.map((gap) => [
              gap.title,
              ...(levels ? [String(gap.level ?? "–")] : []),
              String(gap.target),
              gap.by ? dateInWords(gap.by) : "No date set",
              gap.list,
            ]),
          },
        ]
      : [{ kind: "list", items: ["The paper has every capability with its target."] }],
    notes: [
      sourceOf(section),
      ...(hiddenGaps > 0 ? [`${hiddenGaps} sensitive, counted in the scores and not named.`] : []),
    ],
  };
}

/** "up 0.1 since 2024/25", and what more must be said of that. */
function directionOf({ panel: { change } }: BoardSection): [way: string, onWhat: string] {
  const [way, onWhat] = change
    ? changeSinceBriefly(change.since, change.compared)
    : ["The first signed-off round", ""];
  return [way.replace(/^./, (letter) => letter.toLowerCase()), onWhat];
}

function messageOf({ messages, panel }: BoardSection, rule: string): string {
  return messages.find((message) => message.rule === rule)?.text ?? panel.name;
}

/** A line of a list stands alone: where the board's page says "the safeguard above", it names those that are below. */
function standing(lines: readonly string[], below: readonly string[]): string[] {
  return lines.flatMap((line) => (line.endsWith(" above") ? below : [line]));
}

/** A line for each stretch that compares: none leads over the break where the questions changed. */
function stretches(points: readonly TrendPoint[]): { name: string; values: (number | null)[] }[] {
  const begins = points.flatMap(({ breakBefore }, at) => (at === 0 || breakBefore ? [at] : []));
  return begins.map((from, which) => {
    const to = begins[which + 1] ?? points.length;
    const since = points[from]?.breakBefore;
    return {
      name: since ? `Overall score, ${since}` : "Overall score",
      values: points.map(({ low }, at) => (at >= from && at < to ? low : null)),
    };
  });
}

function unnamedSafeguards(count: number): string {
  return count === 1
    ? "1 sensitive safeguard below level 3, not named here"
    : `${count} sensitive safeguards below level 3, not named here`;
}

/** The figure as it is shown, so that no bar says more than its table. */
function figureOf(score: string, bound: number | undefined): number | null {
  const shown = Number(score);
  return Number.isFinite(shown) ? shown : (bound ?? null);
}
