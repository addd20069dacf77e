import { element, text } from "./svg";
import { linesOf, widthOf } from "./words";

/** One entry: a mark drawn in a box of 16 by 12 pixels whose top left corner is given, and what it means. */
export type LegendItem = { mark: (x: number, y: number) => string; words: string };

const size = 13;
const rowHeight = 22;
const lineHeight = 16;
const markWidth = 16;
const gap = 6;
const between = 18;

/** The legend from `y` down, as many entries to a row as fit, a long one over two lines; with the height it took. */
export function legend(
  items: readonly LegendItem[],
  width: number,
  y: number,
): { markup: string; height: number } {
  let x = 0;
  let top = y;
  let height = rowHeight;
  const markup = items.map(({ mark, words }) => {
    const lines = linesOf(words, width - markWidth - gap, size, 2);
    const wide = markWidth + gap + Math.max(0, ...lines.map((line) => widthOf(line, size)));
    if (x > 0 && x + wide > width) {
      x = 0;
      top += height;
      height = rowHeight;
    }
    height = Math.max(height, rowHeight + (lines.length - 1) * lineHeight);
    const place = { x: x + markWidth + gap, y: top + 15.5, size };
    const drawn = [
      mark(x, top + 5),
      ...lines.map((line, index) => text(line, { ...place, y: place.y + index * lineHeight })),
    ];
    x += wide + between;
    return drawn.join("");
  });
  return { markup: element("g", {}, ...markup, ""), height: items.length > 0 ? top + height - y : 0 };
}

/** A box as a legend mark. */
export function boxMark(fill: string, stroke: string, strokeWidth = 1) {
  return (x: number, y: number): string =>
    element("rect", { x: x + 1, y, width: 14, height: 12, fill, stroke, "stroke-width": strokeWidth });
}

/** A line as a legend mark. */
export function lineMark(stroke: string, dash?: string) {
  return (x: number, y: number): string =>
    element("line", {
      x1: x,
      y1: y + 6,
      x2: x + markWidth,
      y2: y + 6,
      stroke,
      "stroke-width": 2,
      "stroke-dasharray": dash,
    });
}
