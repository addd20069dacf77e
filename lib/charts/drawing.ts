import { element, escaped, text } from "./svg";
import { widthOf } from "./words";

/** What each drawing takes besides its data. */
export type DrawingOptions = {
  /** Unique where the drawing stands: the ids inside are made from it. Letters, digits and hyphens. */
  id: string;
  /** Width in pixels to lay out for, from 240. Type is the same size whatever the width. */
  width?: number;
  /** What the drawing is, in a few words. */
  title: string;
  /** What it shows, for those who do not see it. The table beside it has the figures. */
  description: string;
};

/** Colours of the NHS palette; each also differs in lightness, so that a grey print still tells them apart. */
export const ink = {
  text: "#212b32",
  quiet: "#4c6272",
  line: "#aeb7bd",
  faint: "#d8dde0",
  paper: "#ffffff",
  solid: "#003087",
  bright: "#005eb8",
} as const;

const narrowest = 240;

/** The width a drawing is laid out for. */
export function widthFor({ width = 592 }: DrawingOptions): number {
  return Math.max(narrowest, Math.round(width));
}

/** The whole drawing: named, described, on white, with nothing that needs a style sheet. */
export function drawing(options: DrawingOptions, height: number, ...parts: readonly string[]): string {
  const { id, title, description } = options;
  const width = widthFor(options);
  const tall = Math.ceil(height);
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${tall}`,
      width,
      height: tall,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-desc`,
      "font-family": "Arial, Helvetica, sans-serif",
    },
    element("title", { id: `${id}-title` }, escaped(title)),
    element("desc", { id: `${id}-desc` }, escaped(description)),
    hatch(id),
    element("rect", { width, height: tall, fill: ink.paper }),
    ...parts,
  );
}

/** What stands in for a drawing without data. */
export function emptyDrawing(options: DrawingOptions): string {
  return drawing(options, 32, text("Nothing to show yet", { x: 0, y: 20, fill: ink.quiet }));
}

/** One line of words with the paper beneath them, where the lines of a drawing would run through them. */
export function onPaper(words: string, at: Parameters<typeof text>[1] & { size: number }): string {
  const { x, y, size, anchor = "start" } = at;
  const width = widthOf(words, size);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return (
    element("rect", { x: left, y: y - size, width, height: size + 4, fill: ink.paper }) + text(words, at)
  );
}

/** The fill that means "not certain" or "still to come": stripes, which a black and white print keeps. */
export function hatched(id: string): string {
  return `url(#${id}-hatch)`;
}

function hatch(id: string): string {
  const size = 6;
  return element(
    "defs",
    {},
    element(
      "pattern",
      {
        id: `${id}-hatch`,
        width: size,
        height: size,
        patternUnits: "userSpaceOnUse",
        patternTransform: "rotate(45)",
      },
      element("rect", { width: size, height: size, fill: ink.paper }),
      element("rect", { width: 2, height: size, fill: ink.bright }),
    ),
  );
}
