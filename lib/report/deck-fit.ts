import { IN_ARIAL, linesOf, widthOf } from "@/lib/charts/words";
import { type SlideTable, slideText } from "./deck";

// How large words may stand on a slide, found without a program to measure them. Lengths are inches, sizes points.

const POINTS = 72;
/** More lines than any slide has room for. */
const MOST = 200;
const LEADING = 1.2;

/** Above and below the words of a cell, and beside them. */
export const CELL = { above: 0.06, beside: 0.1 } as const;
/** Between the items of a list, and before their words. */
export const ITEM = { after: 8, indent: 18 } as const;

/** From what is read at the back of the room to the least that is read at all. */
const sizes = [20, 18, 16, 14, 13, 12, 11] as const;
const listSizes = [24, 22, ...sizes] as const;

/** How tall words stand at a size, broken into lines of a width. */
function heightOf(text: string, width: number, size: number): number {
  const lines = linesOf(slideText(text), width * POINTS, size, MOST, IN_ARIAL).length;
  return (Math.max(1, lines) * size * LEADING) / POINTS;
}

/** How wide the longest word of a text is at a size, in points. */
function longestWord(text: string, size: number): number {
  return Math.max(
    0,
    ...slideText(text)
      .split(" ")
      .map((word) => widthOf(word, size, IN_ARIAL)),
  );
}

/** The largest size at which the items of a list stand below each other in a place. */
export function listSize(items: readonly string[], { w, h }: { w: number; h: number }): number {
  const width = w - ITEM.indent / POINTS;
  const tall = (size: number) =>
    items.reduce((sum, item) => sum + heightOf(item, width, size) + ITEM.after / POINTS, 0);
  return listSizes.find((size) => tall(size) <= h) ?? listSizes.at(-1) ?? 11;
}

/** The largest size at which a table stands in a place, and how tall its rows may be to fill it without being airy. */
export function tableFit(
  { columns, rows }: SlideTable,
  { w, h }: { w: number; h: number },
): { size: number; rowHeight: number } {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / whole) * w - 2 * CELL.beside);
  const all = [columns.map(({ header }) => header), ...rows];
  const tall = (size: number) =>
    all.reduce(
      (sum, row) =>
        sum +
        Math.max(...row.map((text, index) => heightOf(text, widths[index] ?? 1, size))) +
        2 * CELL.above,
      0,
    );
  // A word that is broken in its middle is hard to read, and a broken figure wrong.
  const unbroken = (size: number) =>
    all.every((row) => row.every((text, index) => longestWord(text, size) <= (widths[index] ?? 1) * POINTS));
  const size =
    sizes.find((each) => tall(each) <= h && unbroken(each)) ??
    sizes.find((each) => tall(each) <= h) ??
    sizes.at(-1) ??
    11;
  const spare = Math.max(0, h - tall(size));
  const plain = (size * LEADING) / POINTS + 2 * CELL.above;
  return { size, rowHeight: Math.min(plain + spare / all.length, 2 * plain) };
}
