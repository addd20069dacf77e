import { abbreviations } from "./abbreviations";

/** A word that is looked for, and what words with the same meaning start with; null for a short one, see `matches`. */
type Sought = { word: string; start: string | null };

/** A word of a search in all its readings: as typed, and spelt out. All the words of a reading must be found. */
export type Term = readonly (readonly Sought[])[];

/** A piece of text, and whether the search found it. */
export type Piece = { text: string; found: boolean };

const MOST_TERMS = 12;
const WORD = /[\p{L}\p{N}]+(?:[.'’][\p{L}\p{N}]+)*/gu;
const SMALL_WORDS = new Set(
  (
    "a an and any are at be by can do does for from have how i in is it its of on or our that the they this to us " +
    "we what when where which who why with you your"
  ).split(" "),
);

/** What a search asks for; small words such as "the" only where there is nothing else. */
export function termsOf(query: string): Term[] {
  const words = wordsOf(query);
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MOST_TERMS).map((word) => {
    const spelt = Object.hasOwn(abbreviations, word) ? abbreviations[word] : undefined;
    return [[soughtAs(word)], ...(spelt ? [spelt.map(soughtAs)] : [])];
  });
}

/** The words of a text in lower case, without accents; "Wi-Fi" is two words. */
export function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).map(plain);
}

/** Whether these words hold the term in one of its readings. */
export function holds(words: readonly string[], term: Term): boolean {
  return term.some((reading) => reading.every((sought) => words.some((word) => matches(word, sought))));
}

/** The text in pieces, those that a term matches marked as found. */
export function piecesOf(text: string, terms: readonly Term[]): Piece[] {
  const all = terms.flat(2);
  const telling = all.filter(({ word }) => !SMALL_WORDS.has(word));
  const sought = telling.length > 0 ? telling : all;
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const word = plain(match[0]);
    if (!sought.some((one) => matches(word, one))) continue;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), found: false });
    at = match.index + match[0].length;
    pieces.push({ text: text.slice(match.index, at), found: true });
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false });
  return pieces;
}

/** Short words match whole, so that "ai" does not find "aims"; longer ones the start of a word, whatever its ending. */
function matches(word: string, { word: sought, start }: Sought): boolean {
  if (word === sought || (start !== null && word.startsWith(start))) return true;
  return word.length === sought.length + 1 ? word === `${sought}s` : `${word}s` === sought;
}

function soughtAs(word: string): Sought {
  if (word.length < 4) return { word, start: null };
  return { word, start: word.length > 4 ? word.replace(/(?:ies|es|s|ing|ed|y|e)$/, "") : word };
}

function plain(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]s?$/, "")
    .toLowerCase();
}
