import type { Font, GlyphRun } from "fontkit";

type Laid = Pick<GlyphRun, "glyphs" | "positions" | "advanceWidth">;

/** What pdfkit makes of a font for one document, as far as it lays out words. Its types do not show it. */
type DocumentFont = { font: Font; layoutCached(word: string): Laid; layoutRun(word: string): Laid };

/** More words than the longest report holds; after that it begins anew. */
const MOST = 20_000;

/** What is longer is laid out anew each time, in letters. */
const LONGEST = 40;

const laidBy = new WeakMap<Font, Map<string, Laid>>();

/**
 * Lets a document use how other documents laid out the same words in the font it has chosen, as pdfkit does within a
 * document: most words of a report were in the one before. The widths are added up once as well, and not at each use.
 */
export function layWordsOnce(document: PDFKit.PDFDocument): void {
  const chosen = (document as unknown as { _font: DocumentFont })._font;
  const laid = laidBy.get(chosen.font) ?? new Map<string, Laid>();
  laidBy.set(chosen.font, laid);
  chosen.layoutCached = (word) => {
    // No word but an address or worse, of which pdfkit tries every beginning: they would fill the memory.
    if (word.length > LONGEST) return chosen.layoutRun(word);
    const known = laid.get(word);
    if (known) return known;
    const { glyphs, positions, advanceWidth } = chosen.layoutRun(word);
    const made = { glyphs, positions, advanceWidth };
    if (laid.size >= MOST) laid.clear();
    laid.set(word, made);
    return made;
  };
}
