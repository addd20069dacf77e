/** A font as pdfkit holds it for one document: words become the numbers of their letters in that document's copy. */
export type PrintFont = {
  id: string;
  /** In thousandths of the size, as all measures here. */
  ascender: number;
  layoutCache: Record<string, unknown>;
  lineHeight: (size: number, withGap: boolean) => number;
  encode: (text: string) => [letters: string[], places: Place[]];
  ref: () => unknown;
};

type Place = { xAdvance: number; advanceWidth: number };

/** A piece of a line that is never broken: how it is written, and its width with and without the spaces at its end. */
export type Piece = { written: string; width: number; tight: number };

/** Words as they stand in lines of any text, so that each is laid out once while the process lives. */
const laidOut = new Map<string, Record<string, unknown>>();
const MOST_LAID_OUT = 20_000;

/** Lets a document use what was laid out for others before. */
export function shareLayouts(name: string, font: PrintFont): void {
  let known = laidOut.get(name);
  if (!known || Object.keys(known).length > MOST_LAID_OUT) {
    known = Object.create(null) as Record<string, unknown>;
    laidOut.set(name, known);
  }
  font.layoutCache = known;
}

/** Measures words and puts them into the letters of a document's font, each once. */
export function piecesOf(font: PrintFont): (text: string) => Piece {
  const known = new Map<string, Piece>();
  const made = (text: string): Piece => {
    const [letters, places] = font.encode(text);
    let written = "<";
    let width = 0;
    places.forEach(({ xAdvance, advanceWidth }, index) => {
      written += letters[index] ?? "";
      // Where two letters stand closer than their widths say.
      if (xAdvance !== advanceWidth) written += `> ${(advanceWidth - xAdvance).toFixed(1)} <`;
      width += xAdvance;
    });
    return { written: `${written}>`, width, tight: width };
  };
  return function pieceOf(text) {
    const before = known.get(text);
    if (before) return before;
    const piece = made(text);
    const word = text.trimEnd();
    if (word !== text && word !== "") piece.tight = pieceOf(word).tight;
    known.set(text, piece);
    return piece;
  };
}

/**
 * Text as lines no wider than `most`, each ready to be written. Lines end where they were ended by hand, after spaces,
 * and after hyphens, dashes and strokes between words; a word wider than a line is broken anywhere.
 */
export function linesOf(text: string, most: number, pieceOf: (text: string) => Piece): string[] {
  return text.split("\n").flatMap((typed) => {
    const lines: string[] = [];
    let [line, used] = ["", 0];
    const end = () => {
      lines.push(line.replaceAll("><", ""));
      [line, used] = ["", 0];
    };
    for (const word of unbroken(typed, most, pieceOf)) {
      const { written, width, tight } = pieceOf(word);
      if (line !== "" && used + tight > most) end();
      line += written;
      used += width;
    }
    end();
    return lines;
  });
}

/** How wide words are on one line. */
export function widthOf(words: string, pieceOf: (text: string) => Piece): number {
  return (words.match(PIECES) ?? []).reduce((sum, word) => sum + pieceOf(word).width, 0);
}

const PIECES = /[^ ]* +|[^ ]+/g;
const INNER_ENDS = /(?<=\p{L}[-–—/])(?=\p{L})/u;

function unbroken(line: string, most: number, pieceOf: (text: string) => Piece): string[] {
  return (line.match(PIECES) ?? [])
    .flatMap((word) => (/[-–—/]/.test(word) ? word.split(INNER_ENDS) : [word]))
    .flatMap((word) => (pieceOf(word).tight > most ? cut(word, most, pieceOf) : [word]));
}

function cut(word: string, most: number, pieceOf: (text: string) => Piece): string[] {
  const parts: string[] = [];
  let [part, used] = ["", 0];
  for (const letter of word) {
    const { width, tight } = pieceOf(letter);
    if (part !== "" && used + tight > most) {
      parts.push(part);
      [part, used] = ["", 0];
    }
    part += letter;
    used += width;
  }
  return [...parts, part];
}
