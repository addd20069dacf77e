import { allowedText } from "./allowed-text";

// Slides, before they are a PowerPoint file: one message a slide, with what shows it and where it comes from.

/** A chart that PowerPoint draws itself, so that people can change it; its figures are in the file. */
export type SlideChart = {
  kind: "bars" | "columns" | "radar" | "line";
  /** What it shows, for those who do not see it. */
  alt: string;
  categories: string[];
  series: { name: string; values: (number | null)[] }[];
  /** The ends of the scale; PowerPoint's own where it is left out. */
  scale?: { from: number; to: number };
};

export type SlideTable = {
  /** What it holds, for those who do not see it. */
  alt: string;
  columns: { header: string; share: number }[];
  rows: string[][];
};

/** One piece of a slide; several stand side by side. */
export type SlidePart =
  { kind: "list"; items: string[] } | ({ kind: "table" } & SlideTable) | { kind: "chart"; chart: SlideChart };

export type Slide = {
  /** The message, in a sentence. */
  title: string;
  parts: SlidePart[];
  /** Where its figures come from, and what else is to be said; in the notes below the slide. */
  notes: string[];
};

export type Deck = {
  title: string;
  subject: string;
  /** What stands at the head of every slide; empty for nothing. */
  marking: string;
  slides: Slide[];
};

/** The text of a slide: one line, of characters that a file may hold. */
export function slideText(text: string): string {
  return allowedText(text).replace(/\s+/g, " ").trim();
}
