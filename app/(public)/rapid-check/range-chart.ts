import { scaleLinear } from "d3-scale";
import { drawing, ink, widthFor, type DrawingOptions } from "@/lib/charts/drawing";
import { legend } from "@/lib/charts/legend";
import { element, text } from "@/lib/charts/svg";
import { linesOf } from "@/lib/charts/words";

/** A thing that lies somewhere between two levels, and the level it was said to be at. */
export type Range = { label: string; low: number; high: number; chosen: number | null };

const size = 14;
const line = 18;
const barHeight = 16;
const rowGap = 12;

/** Ranges on the scale of 1 to 5: a bar from the lowest to the highest level it may be, a dot where it was said to be. */
export function rangeChart(ranges: readonly Range[], options: DrawingOptions): string {
  const width = widthFor(options);
  const stacked = width < 480;
  const left = stacked ? 8 : Math.round(width * 0.42);
  const scale = scaleLinear()
    .domain([1, 5])
    .range([left + 4, width - 16]);
  const parts: string[] = [];
  let y = 26;
  const top = y;
  for (const range of ranges) {
    const lines = linesOf(range.label, stacked ? width : left - 16, size, 2);
    const height = lines.length * line;
    const middle = stacked ? y + height + barHeight / 2 + 2 : y + height / 2;
    lines.forEach((words, index) => parts.push(text(words, { x: 0, y: y + 14 + index * line, size })));
    parts.push(barOf(range, scale, middle));
    y = (stacked ? middle + barHeight / 2 : y + Math.max(height, barHeight)) + rowGap;
  }
  const bottom = y - rowGap + 4;
  const grid = [1, 2, 3, 4, 5].map(
    (level) =>
      element("line", { x1: scale(level), y1: top - 6, x2: scale(level), y2: bottom, stroke: ink.faint }) +
      text(String(level), { x: scale(level), y: top - 10, size: 12, anchor: "middle", fill: ink.quiet }),
  );
  const key = legend(
    [
      { mark: (x, at) => box(x, at, 16, 12), words: "Where it may lie" },
      { mark: (x, at) => dot(x + 8, at + 6), words: "What you chose" },
    ],
    width,
    y,
  );
  return drawing(options, y + key.height + 4, ...grid, ...parts, key.markup);
}

function barOf({ low, high, chosen }: Range, scale: (level: number) => number, middle: number): string {
  const bar = box(scale(low), middle - barHeight / 2, Math.max(2, scale(high) - scale(low)), barHeight);
  return chosen === null ? bar : bar + dot(scale(chosen), middle);
}

function box(x: number, y: number, width: number, height: number): string {
  return element("rect", { x, y, width, height, fill: ink.faint, stroke: ink.bright });
}

function dot(x: number, y: number): string {
  return element("circle", { cx: x, cy: y, r: 6, fill: ink.solid });
}
