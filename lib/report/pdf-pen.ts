import { linesOf, type Piece, piecesOf, type PrintFont, shareLayouts, widthOf } from "./pdf-words";

/** How words look: in which of the document's fonts, how large in points, in which colour, with how much between lines. */
export type Hand = { font: "regular" | "bold"; size: number; colour: string; lineGap?: number };

/** What writes in one hand. Lines are broken and measured once, and then written where there is room for them. */
export type Pen = {
  lineHeight: number;
  /** From the upper edge of a line to where its letters stand. */
  baseline: number;
  /** How wide words are on one line, in points. */
  widthOf: (words: string) => number;
  /** Text as lines of at most this width, in points. */
  lines: (text: string, width: number) => string[];
  /** Writes lines beneath each other, the first one's upper edge at `top`. */
  write: (lines: readonly string[], x: number, top: number) => void;
};

type Opened = { font: PrintFont; pieceOf: (text: string) => Piece };

const opened = new WeakMap<PDFKit.PDFDocument, Map<string, Opened>>();

/**
 * A pen for a document whose fonts are registered. pdfkit's own `text` breaks lines, measures and encodes each time it
 * is asked, which was most of the time of writing a report.
 */
export function penOf(document: PDFKit.PDFDocument, { font: name, size, colour, lineGap = 0 }: Hand): Pen {
  const { font, pieceOf } = openedIn(document, name);
  const lineHeight = font.lineHeight(size, true) + lineGap;
  const baseline = (font.ascender / 1000) * size;
  const begin = `BT\n${inDocument(colour)} rg\n/${font.id} ${size} Tf\n${number(lineHeight)} TL`;
  return {
    lineHeight,
    baseline,
    widthOf: (words) => (widthOf(words, pieceOf) * size) / 1000,
    lines: (text, width) => linesOf(text, (width * 1000) / size, pieceOf),
    write: (lines, x, top) => {
      document.page.fonts[font.id] ??= font.ref();
      // The page counts downwards, which letters do not.
      const place = `1 0 0 -1 ${number(x)} ${number(top + baseline)} Tm`;
      const shown = lines.map((line) => (line === "" ? "" : `[${line}] TJ`)).join("\nT*\n");
      document.addContent(`${begin}\n${place}\n${shown}\nET`);
    },
  };
}

function openedIn(document: PDFKit.PDFDocument, name: string): Opened {
  const known = opened.get(document) ?? new Map<string, Opened>();
  opened.set(document, known);
  const before = known.get(name);
  if (before) return before;
  document.font(name);
  const font = (document as unknown as { _font: PrintFont })._font;
  shareLayouts(name, font);
  const made = { font, pieceOf: piecesOf(font) };
  known.set(name, made);
  return made;
}

/** "#212b32" as the document says it: three parts from 0 to 1. */
export function inDocument(colour: string): string {
  return [1, 3, 5].map((at) => number(parseInt(colour.slice(at, at + 2), 16) / 255)).join(" ");
}

export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/**
 * Writes text from where the document stands and goes on overleaf where the page ends; the document then stands
 * beneath it.
 */
export function writeOn(
  document: PDFKit.PDFDocument,
  pen: Pen,
  text: string,
  { x, width }: { x: number; width: number },
): void {
  let rest = pen.lines(text, width);
  while (rest.length > 0) {
    const room = Math.floor((document.page.maxY() - document.y) / pen.lineHeight);
    const fitting = rest.slice(0, Math.max(room, 0));
    if (fitting.length > 0) pen.write(fitting, x, document.y);
    document.y += fitting.length * pen.lineHeight;
    rest = rest.slice(fitting.length);
    if (rest.length > 0) document.continueOnNewPage();
  }
}
