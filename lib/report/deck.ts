import { allowedText } from "./allowed-text";

// Slides, before they are a PowerPoint file: one message a slide, with what shows it and where it comes from.

/** A chart that PowerPoint draws itself, so that people can change it; its figures are in the file. */
export type SlideChart = {
  kind: "bars" | "columns" | "radar" | "line";
  /** What it shows, for those who do not see it. */
  alt: string;
  categories: string[];
  series: { name: string; values: (number | null)[] }[];
  /** The ends of the scale; whole pounds on PowerPoint's own where it is left out. */
  scale?: { from: number; to: number };
};

export type SlideTable = {
  /** What it holds, for those who do not see it. */
  alt: string;
  columns: { header: string; share: number }[];
  rows: string[][];
  /** Cells that are shaded, by row and column; what the shade means is said in words as well. */
  shaded?: (row: number, column: number) => boolean;
};

/** One piece of a slide; several stand side by side, as wide against each other as their shares. */
export type SlidePart = { share?: number } & (
  | { kind: "list"; heading?: string; items: string[] }
  | ({ kind: "table" } & SlideTable)
  | { kind: "chart"; chart: SlideChart }
);

/** The stages in a row, the one that is held marked, and in words where that is. Over the whole width. */
export type StageBand = { stages: string[]; low: number; high: number; text: string };

export type Slide = {
  /** The message, in a sentence. */
  title: string;
  /** What stands between the message and the parts. */
  band?: StageBand;
  parts: SlidePart[];
  /** Where its figures come from, and what else is to be said; in the notes below the slide. */
  notes: string[];
};

/** The first slide: whose paper it is, for which meeting and when. */
export type Cover = {
  organisation: string;
  /** "Board of directors, 6 April 2026". */
  occasion: string;
  /** What else is to be known of the paper, "Author: Head of digital". */
  facts: string[];
  notes: string[];
};

export type Deck = {
  title: string;
  subject: string;
  /** What stands at the head of every slide; empty for nothing. */
  marking: string;
  /** What stands at the foot of every slide: whose it is and of which day. */
  footer: string;
  cover: Cover;
  slides: Slide[];
};

/** The text of a slide: one line, of characters that a file may hold. */
export function slideText(text: string): string {
  return allowedText(text).replace(/\s+/g, " ").trim();
}
