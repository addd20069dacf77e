import { drawing, emptyDrawing, ink, widthFor, type DrawingOptions } from "./drawing";
import { figure, within, writingOf, type Writing } from "./figures";
import { element, text } from "./svg";
import { linesOf, widthOf } from "./words";

export type HeatMapData = {
  columns: readonly string[];
  /** A value from 1 to 5 for each column, or null where there is none. */
  rows: readonly { label: string; values: readonly (number | null)[] }[];
};

// Five steps from light to dark; each cell also carries its figure.
const shades = [
  { fill: "#ffffff", words: ink.text },
  { fill: "#d9e7f4", words: ink.text },
  { fill: "#8fbce0", words: ink.text },
  { fill: "#005eb8", words: ink.paper },
  { fill: "#003087", words: ink.paper },
] as const;

const size = 14;
const cellHeight = 28;

/** Scores in a grid, darker for higher. Where column names do not fit they become letters, with a key below. */
export function heatMap({ columns, rows }: HeatMapData, options: DrawingOptions): string {
  if (rows.length === 0 || columns.length === 0) return emptyDrawing(options);
  const width = widthFor(options);
  const writing = writingOf(rows.flatMap(({ values }) => values));
  const count = Math.max(1, columns.length);
  const stacked = width < 480;
  const left = stacked ? 0 : Math.round(width * 0.36);
  const cellWidth = Math.min(96, (width - left - 1) / count);
  const lettered = columns.some((name) => !fits(name, cellWidth - 6));
  const headings = columns.map((name, index) =>
    lettered ? [letter(index)] : linesOf(name, cellWidth - 6, 13, 3),
  );
  const headHeight = Math.max(0, ...headings.map((lines) => lines.length)) * 16 + 8;
  const parts = headings.map((lines, index) => heading(lines, left + (index + 0.5) * cellWidth, headHeight));
  let y = headHeight;
  for (const { label, values } of rows) {
    const lines = linesOf(label, stacked ? width : left - 12, size, 2);
    const top = stacked ? y + lines.length * 18 + 6 : y;
    lines.forEach((words, index) => parts.push(text(words, { x: 0, y: y + 16 + index * 18, size })));
    columns.forEach((_, index) =>
      parts.push(cell(values[index] ?? null, left + 0.5 + index * cellWidth, top, cellWidth - 2, writing)),
    );
    y = (stacked ? top + cellHeight : y + Math.max(cellHeight, lines.length * 18)) + 4;
  }
  if (lettered) {
    for (const words of columns.flatMap((name, index) => linesOf(`${letter(index)} ${name}`, width, 13, 2))) {
      y += 18;
      parts.push(text(words, { x: 0, y, size: 13 }));
    }
    y += 6;
  }
  return drawing(options, y + 4, ...parts);
}

function fits(name: string, width: number): boolean {
  const longest = Math.max(...name.split(/\s+/).map((word) => widthOf(word, 13)));
  return longest <= width && linesOf(name, width, 13, 4).length <= 3;
}

/** A to Z, then AA and so on. */
function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

function heading(lines: readonly string[], x: number, bottom: number): string {
  return lines
    .map((words, index) =>
      text(words, {
        x,
        y: bottom - 8 - (lines.length - 1 - index) * 16,
        size: 13,
        anchor: "middle",
        weight: "bold",
      }),
    )
    .join("");
}

function cell(value: number | null, x: number, y: number, width: number, writing: Writing): string {
  const score = within(value, 1, 5);
  const shade = score === null ? null : shades[Math.min(4, Math.floor(score) - 1)];
  const box = element("rect", {
    x,
    y,
    width: Math.max(1, width),
    height: cellHeight,
    fill: shade?.fill ?? ink.paper,
    stroke: ink.line,
    "stroke-dasharray": shade ? undefined : "2 3",
  });
  const words = score === null ? "–" : figure(score, writing);
  return (
    box +
    text(words, { x: x + width / 2, y: y + 19, size, anchor: "middle", fill: shade?.words ?? ink.quiet })
  );
}
