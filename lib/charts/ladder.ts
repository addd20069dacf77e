import { drawing, emptyDrawing, hatched, ink, widthFor, type DrawingOptions } from "./drawing";
import { range, within } from "./figures";
import { boxMark, legend, type LegendItem } from "./legend";
import { element, text } from "./svg";
import { linesOf } from "./words";

/** One capability: its level as bounds (equal once settled; null where it does not apply) and the level wanted. */
export type LadderRow = { label: string; low: number | null; high: number | null; target?: number | null };

const levels = [1, 2, 3, 4, 5];
const size = 14;
const line = 18;
const cellHeight = 24;
const rowGap = 10;

/** Levels 1 to 5 of each capability: reached, still possible, and the target as a thick frame. */
export function ladder(rows: readonly LadderRow[], options: DrawingOptions): string {
  if (rows.length === 0) return emptyDrawing(options);
  const width = widthFor(options);
  const stacked = width < 480;
  const left = stacked ? 0 : Math.round(width * 0.5);
  const cellWidth = Math.min(56, (width - left - 2) / levels.length);
  let y = 4;
  const parts: string[] = [];
  for (const row of rows) {
    const lines = linesOf(row.label, stacked ? width : left - 16, size, 3);
    const beside = Math.max(cellHeight, lines.length * line);
    const top = stacked ? y + lines.length * line + 6 : y;
    lines.forEach((words, index) => parts.push(text(words, { x: 0, y: y + 16 + index * line, size })));
    parts.push(cells(row, left + 1, top, cellWidth, options.id));
    y = (stacked ? top + cellHeight : y + beside) + rowGap;
  }
  const key = legend(legendOf(rows, options.id), width, y);
  return drawing(options, y + key.height + 4, ...parts, key.markup);
}

function cells(row: LadderRow, x: number, y: number, cellWidth: number, id: string): string {
  const low = within(row.low, 1, 5);
  const high = within(row.high, 1, 5) ?? low;
  if (low === null || high === null) {
    return text("Does not apply", { x, y: y + 16.5, size, fill: ink.quiet });
  }
  const boxes = levels.map((level) => {
    const reached = level <= low;
    const possible = !reached && level <= high;
    return (
      element("rect", {
        x: x + (level - 1) * cellWidth,
        y,
        width: cellWidth - 3,
        height: cellHeight,
        fill: reached ? ink.solid : possible ? hatched(id) : ink.paper,
        stroke: reached ? ink.solid : ink.line,
      }) + digit(level, x + (level - 0.5) * cellWidth - 1.5, y, reached, possible)
    );
  });
  const target = within(row.target, 1, 5);
  return boxes.join("") + (target === null ? "" : frame(target, x, y, cellWidth));
}

// On stripes a digit stands on a white disc, or it would drown.
function digit(level: number, x: number, y: number, reached: boolean, possible: boolean): string {
  const disc = possible ? element("circle", { cx: x, cy: y + 12, r: 9, fill: ink.paper }) : "";
  const fill = reached ? ink.paper : possible ? ink.text : ink.quiet;
  return (
    disc +
    text(String(level), { x, y: y + 17, size, anchor: "middle", weight: reached ? "bold" : undefined, fill })
  );
}

function frame(target: number, x: number, y: number, cellWidth: number): string {
  const left = x + (Math.round(target) - 1) * cellWidth;
  return element("rect", {
    x: left,
    y,
    width: cellWidth - 3,
    height: cellHeight,
    fill: "none",
    stroke: ink.text,
    "stroke-width": 4,
  });
}

function legendOf(rows: readonly LadderRow[], id: string): LegendItem[] {
  const items: LegendItem[] = [{ mark: boxMark(ink.solid, ink.solid), words: "Reached" }];
  if (rows.some(({ low, high }) => low !== null && high !== null && high > low)) {
    items.push({ mark: boxMark(hatched(id), ink.line), words: "Possible once answered" });
  }
  if (rows.some(({ target }) => target !== null && target !== undefined)) {
    items.push({ mark: boxMark("none", ink.text, 3), words: "Target" });
  }
  return items;
}

/** The same in one sentence for each row, for a summary: "6.3 Continuity: level 2, target 3". */
export function ladderRowInWords({ label, low, high, target }: LadderRow): string {
  if (low === null || high === null) return `${label}: does not apply`;
  const goal = target === null || target === undefined ? "" : `, target ${target}`;
  return `${label}: level ${range(low, high, "level")}${goal}`;
}
