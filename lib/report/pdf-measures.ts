import { TEXT_WIDTH } from "./pdf-page";

/** How large the words of a PDF are and how much is left free between them, in points. */
export type Measures = {
  title: number;
  /** Words of the text, and how far apart their lines are. */
  size: number;
  lineGap: number;
  caption: number;
  afterHeading: number;
  afterParagraph: number;
  afterItem: number;
  /** Type, size and distance of each level of headings. The title of the document is the first in its outline. */
  headings: Readonly<Record<1 | 2 | 3, { type: "H2" | "H3" | "H4"; size: number; before: number }>>;
  table: { size: number; padding: number };
  /** What is looked up rather than read. */
  denseTable: { size: number; padding: number };
};

const PLAIN: Measures = {
  title: 22,
  size: 11,
  lineGap: 2,
  caption: 9.5,
  afterHeading: 5,
  afterParagraph: 7,
  afterItem: 4,
  headings: {
    1: { type: "H2", size: 17, before: 22 },
    2: { type: "H3", size: 13.5, before: 15 },
    3: { type: "H4", size: 11, before: 11 },
  },
  table: { size: 9, padding: 4 },
  denseTable: { size: 8, padding: 2.5 },
};

/** For what has to stand on one page. Nothing is smaller than 8.5 points, which is read without a glass. */
const COMPACT: Measures = {
  ...PLAIN,
  title: 15,
  size: 9.5,
  lineGap: 1,
  caption: 8.5,
  afterHeading: 3,
  afterParagraph: 5,
  afterItem: 2,
  headings: {
    1: { type: "H2", size: 13, before: 10 },
    2: { type: "H3", size: 11, before: 8 },
    3: { type: "H4", size: 9.5, before: 6 },
  },
  table: { size: 8.5, padding: 2 },
  denseTable: { size: 8.5, padding: 2 },
};

/** What the words of a document measure. */
export function measuresOf({ compact = false }: { compact?: boolean }): Measures {
  return compact ? COMPACT : PLAIN;
}

/** How a text is laid out over the width of the page. */
export function spaced({ lineGap }: Measures): { width: number; lineGap: number } {
  return { width: TEXT_WIDTH, lineGap };
}
