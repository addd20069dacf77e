import { printFonts, readFont } from "./print-fonts";

/** Pale enough to read text on it. */
export const DRAFT_COLOUR = [0.91, 0.93, 0.935] as const;

/** A word as lines to draw: upwards from its lower left corner, in units of its own. */
type DrawnWord = { letters: { path: string; from: number }[]; width: number; height: number };

/** The word that stands behind every page of a draft, as lines: nobody has it read out, or finds it by searching. */
export function draftWord(): DrawnWord {
  const font = readFont(printFonts.bold);
  let width = 0;
  const letters = font.layout("DRAFT").glyphs.map((glyph) => {
    const from = width;
    width += glyph.advanceWidth;
    return { path: glyph.path.toSVG(), from };
  });
  return { letters, width, height: font.capHeight };
}
