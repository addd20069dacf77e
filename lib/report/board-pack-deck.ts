import type { TrendPoint } from "@/lib/charts/trend";
import { shownScore } from "@/lib/scoring/shown";
import type { BoardPack } from "./board-pack";
import { planSlides } from "./board-pack-plan-slides";
import type { BoardSection } from "./board-report";
import { changeSinceBriefly } from "./change-words";
import { dateInWords } from "./dates";
import type { Deck, Slide } from "./deck";
import { DMA_2025_LABEL, DMA_2025_SOURCE } from "./dma-2025";
import { frontSheetRows } from "./front-sheet";
import { trendPoints } from "./score-trend-points";

/** The board pack as slides: one message each, with where it comes from in the notes. */
export function boardPackDeck(pack: BoardPack): Deck {
  const { title, subject, marking, report, plan } = pack;
  return {
    title,
    subject,
    marking,
    slides: [
      frontSlide(pack),
      {
        title: "The board is asked to",
        parts: [{ kind: "list", items: pack.recommendations }],
        notes: ["The recommendation of the front sheet; where none was typed, what the results ask for."],
      },
      ...messagesSlide(pack),
      ...report.sections.flatMap(sectionSlides),
      ...(plan ? planSlides(plan) : []),
      methodSlide(pack),
    ],
  };
}

function frontSlide({ title, sheet, report }: BoardPack): Slide {
  const facts = frontSheetRows(sheet).map(({ name, value }) => [name, value]);
  return {
    title,
    parts: [
      {
        kind: "table",
        alt: "The front sheet of this paper",
        columns: [
          { header: "What", share: 1 },
          { header: "Value", share: 3 },
        ],
        rows: [["Organisation", `${report.organisation.name} (${report.organisation.odsCode})`], ...facts],
      },
    ],
    notes: [`Made on ${dateInWords(report.madeOn)}.`],
  };
}

function messagesSlide({ messages, report }: BoardPack): Slide[] {
  const [first, ...others] = messages;
  if (first === undefined) return [];
  const parts: Slide["parts"] = others.length > 0 ? [{ kind: "list", items: others }] : [];
  return [{ title: first, parts, notes: report.sections.map(sourceOf) }];
}

function sectionSlides(section: BoardSection): Slide[] {
  const { panel, messages, gaps, hiddenGaps } = section;
  const { name, safeguards, stage, score, change, next, between, distance, sure } = panel;
  const text = (rule: string) => messages.find((message) => message.rule === rule)?.text ?? name;
  const [way, onWhat] = change
    ? changeSinceBriefly(change.since, change.compared)
    : ["The first signed-off round", ""];
  const direction = way.replace(/^./, (letter) => letter.toLowerCase());
  const source = sourceOf(section);
  const below = [
    ...safeguards.below.map((safeguard) => safeguard.text),
    ...(safeguards.hidden > 0 ? [unnamedSafeguards(safeguards.hidden)] : []),
  ];
  return [
    {
      title: `${name}: ${safeguards.secured} of ${safeguards.of} safeguards are at level 3 or above`,
      parts: [{ kind: "list", items: below.length > 0 ? below : ["None is below that."] }],
      notes: [source, "A safeguard must itself be high enough before a stage can be claimed."],
    },
    {
      title: `${name}: ${stage}, ${score} out of 5, ${direction}`,
      parts: [dimensionChart(section)],
      notes: [source, text("direction"), "Bars show the figures of the table of dimensions in the paper."],
    },
    {
      title: next ? `${name}: ${distance}` : `${name}: the highest stage is held`,
      parts: [
        {
          kind: "list",
          items: [...standing(between.lines, below), ...(between.more > 0 ? [`${between.more} more`] : [])],
        },
      ],
      notes: [source],
    },
    ...pillarSlides(section, text("spread")),
    ...trendSlides(section, direction + onWhat, text("direction")),
    {
      title: `${name}: the gaps to close first`,
      parts: [
        gaps.length > 0
          ? {
              kind: "table",
              alt: "The most pressing gaps: safeguards below their target first, then by value",
              columns: [
                { header: "Capability", share: 4 },
                { header: "List", share: 1.4 },
                { header: "Target", share: 1.6 },
              ],
              rows: gaps.map((gap) => [
                gap.level === null ? gap.title : `${gap.title}: level ${gap.level}`,
                gap.list,
                gap.by ? `${gap.target} by ${dateInWords(gap.by)}` : String(gap.target),
              ]),
            }
          : { kind: "list", items: ["Every target that may be named here is reached."] },
      ],
      notes: [
        source,
        ...(hiddenGaps > 0 ? [`${hiddenGaps} sensitive, counted in the scores and not named.`] : []),
      ],
    },
    {
      title: `${name}: how sure we are`,
      parts: [{ kind: "list", items: [...sure, ...section.confidence] }],
      notes: [source],
    },
  ];
}

/** A slide stands alone: where the board's page says "the safeguard above", it names those that are below. */
function standing(lines: readonly string[], below: readonly string[]): string[] {
  return lines.flatMap((line) => (line.endsWith(" above") ? below : [line]));
}

function dimensionChart({ panel, scores: { dimensions } }: BoardSection): Slide["parts"][number] {
  const shown = dimensions.filter(({ bounds }) => bounds !== null);
  return {
    kind: "chart",
    chart: {
      kind: "bars",
      alt: `Scores by dimension: ${shown.map(({ name, score }) => `${name} ${score}`).join(", ")}`,
      categories: shown.map(({ number, name }) => `${number}. ${name}`),
      series: [
        { name: panel.latest.round, values: shown.map(({ score, bounds }) => figureOf(score, bounds?.low)) },
      ],
      scale: { from: 0, to: 5 },
    },
  };
}

function pillarSlides({ panel, scores: { pillars, england } }: BoardSection, title: string): Slide[] {
  const shown = pillars.rows.filter(({ bounds }) => bounds !== null);
  if (shown.length < 3) return [];
  const medians = shown.map(({ published }) => (published ? Number(published.median) : null));
  return [
    {
      title: `${panel.name}: ${title}`,
      parts: [
        {
          kind: "table",
          alt: `${pillars.heading}, out of 5`,
          columns: [
            { header: pillars.one, share: 3 },
            { header: panel.latest.round, share: 1 },
            ...(england ? [{ header: "DMA 2025 median", share: 1.2 }] : []),
          ],
          rows: shown.map(({ name, score, published }) => [
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
              ...(england ? [{ name: "DMA 2025 median, a different instrument", values: medians }] : []),
            ],
            scale: { from: 0, to: 5 },
          },
        },
      ],
      notes: england
        ? [`${DMA_2025_LABEL}. ${DMA_2025_SOURCE}.`]
        : [`${pillars.heading}, ${panel.latest.round}.`],
    },
  ];
}

function trendSlides(section: BoardSection, title: string, message: string): Slide[] {
  const points = trendPoints(section.trend);
  if (points.length < 2) return [];
  return [
    {
      title: `${section.panel.name}: ${title}`,
      parts: [
        {
          kind: "chart",
          chart: {
            kind: "line",
            alt: `Overall score: ${points.map(({ label, low }) => `${label} ${shownScore(low)}`).join(", ")}`,
            categories: points.map(({ label, kind }) =>
              kind === "checkpoint" ? `${label}, not signed off` : label,
            ),
            series: stretches(points),
            scale: { from: 1, to: 5 },
          },
        },
      ],
      notes: [
        sourceOf(section),
        message,
        ...points.flatMap(({ label, breakBefore }) =>
          breakBefore ? [`${breakBefore} from ${label} on: earlier figures compare only in part.`] : [],
        ),
      ],
    },
  ];
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

function methodSlide({ report }: BoardPack): Slide {
  const method = [...new Set(report.sections.flatMap((section) => section.method))];
  return {
    title: "How the figures come about",
    parts: [{ kind: "list", items: method.slice(0, 5) }],
    notes: method.slice(5),
  };
}

function sourceOf({ panel, standing }: BoardSection): string {
  const { name, latest } = panel;
  const { framework } = latest;
  return `Source: ${name}, ${latest.round}. ${standing}. Framework ${framework.id} ${framework.version}.`;
}

/** The figure as it is shown, so that no bar says more than its table. */
function figureOf(score: string, bound: number | undefined): number | null {
  const shown = Number(score);
  return Number.isFinite(shown) ? shown : (bound ?? null);
}
