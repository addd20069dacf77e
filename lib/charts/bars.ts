import { scaleLinear } from "d3-scale";
import { drawing, emptyDrawing, hatched, ink, widthFor, type DrawingOptions } from "./drawing";
import { range, within, writingOf, type Writing } from "./figures";
import { boxMark, legend, type LegendItem } from "./legend";
import { element, text } from "./svg";
import { linesOf, widthOf } from "./words";

/** One bar: a level or score as bounds (equal once settled; null where there is none), and what is wanted. */
export type Bar = { label: string; low: number | null; high: number | null; target?: number | null };

const size = 14;
const line = 18;
const barHeight = 20;
const rowGap = 12;
const LEAST = 1;
const MOST = 5;

/**
 * Bars from 1, the lowest level there is, to 5: how far each one is, and in stripes what is left to its target. At 1 there is
 * no bar but its figure.
 */
export function bars(rows: readonly Bar[], options: DrawingOptions): string {
  if (rows.length === 0) return emptyDrawing(options);
  const width = widthFor(options);
  const writing = writingOf(rows.flatMap(({ low, high, target }) => [low, high, target]));
  const stacked = width < 480;
  const left = stacked ? 0 : Math.round(width * 0.42);
  const valueRoom = Math.max(0, ...rows.map((row) => widthOf(inWords(row, writing), size))) + 12;
  const scale = scaleLinear()
    .domain([LEAST, MOST])
    .range([left, Math.max(left + 60, width - valueRoom)]);
  const parts: string[] = [];
  let y = 22;
  for (const row of rows) {
    const lines = linesOf(row.label, stacked ? width : left - 16, size, 3);
    const barTop = stacked
      ? y + lines.length * line + 2
      : y + Math.max(0, (lines.length * line - barHeight) / 2);
    lines.forEach((words, index) => parts.push(text(words, { x: 0, y: y + 14 + index * line, size })));
    parts.push(rules(scale, barTop) + bar(row, barTop, scale, writing, options.id));
    y = Math.max(barTop + barHeight, stacked ? 0 : y + lines.length * line) + rowGap;
  }
  const key = legend(legendOf(rows, options.id), width, y);
  return drawing(options, y + key.height + 4, axis(scale, 14), ...parts, key.markup);
}

type Scale = (value: number) => number;

const ticks = [1, 2, 3, 4, 5];

function axis(scale: Scale, y: number): string {
  return ticks
    .map((value) => {
      // The first may stand at the very edge of the drawing.
      const anchor = value === LEAST ? "start" : "middle";
      return text(String(value), { x: scale(value), y, size: 12, anchor, fill: ink.quiet });
    })
    .join("");
}

// Behind the bars alone: a rule through the words above them would make them hard to read.
function rules(scale: Scale, y: number): string {
  return ticks
    .map((value) => {
      const x = scale(value);
      return element("line", { x1: x, y1: y - 4, x2: x, y2: y + barHeight + 4, stroke: ink.faint });
    })
    .join("");
}

function bar(row: Bar, y: number, scale: Scale, writing: Writing, id: string): string {
  const low = within(row.low, LEAST, MOST);
  const start = scale(LEAST);
  if (low === null) return text(inWords(row, writing), { x: start + 6, y: y + 15, size, fill: ink.quiet });
  const high = Math.max(low, within(row.high, LEAST, MOST) ?? low);
  const target = within(row.target, LEAST, MOST);
  const end = Math.max(high, target ?? LEAST);
  const box = (from: number, to: number, fill: string, dash?: string) =>
    scale(to) - scale(from) >= 0.5
      ? element("rect", {
          x: scale(from),
          y,
          width: scale(to) - scale(from),
          height: barHeight,
          fill,
          stroke: ink.bright,
          "stroke-dasharray": dash,
        })
      : "";
  return (
    box(LEAST, low, ink.solid) +
    box(low, high, ink.faint, "3 2") +
    (target !== null ? box(high, target, hatched(id)) + targetTick(scale(target), y) : "") +
    text(inWords(row, writing), { x: scale(end) + 8, y: y + 15, size, weight: "bold" })
  );
}

function targetTick(x: number, y: number): string {
  return element("line", {
    x1: x,
    y1: y - 3,
    x2: x,
    y2: y + barHeight + 3,
    stroke: ink.text,
    "stroke-width": 3,
  });
}

function inWords({ low, high, target }: Bar, writing: Writing): string {
  const least = within(low, LEAST, MOST);
  if (least === null) return "Does not apply";
  const now = range(least, Math.max(least, within(high, LEAST, MOST) ?? least), writing);
  const goal = within(target, LEAST, MOST);
  return goal === null ? now : `${now} → ${range(goal, goal, writing)}`;
}

/** None where all bars mean one thing, which the title says: "Now" would be wrong of a round signed off long ago. */
function legendOf(rows: readonly Bar[], id: string): LegendItem[] {
  const items: LegendItem[] = [{ mark: boxMark(ink.solid, ink.bright), words: "Now" }];
  if (rows.some(({ low, high }) => low !== null && high !== null && high > low)) {
    items.push({ mark: boxMark(ink.faint, ink.bright), words: "Possible once answered" });
  }
  if (rows.some(({ target }) => target !== null && target !== undefined)) {
    items.push({ mark: boxMark(hatched(id), ink.bright), words: "Gap to target" });
  }
  return items.length > 1 ? items : [];
}
