const SMALL = new Set(["and", "of", "the", "for", "in", "on", "upon", "with", "at", "by", "de", "le"]);
const KEPT = new Set(["NHS", "UK", "ICB"]);

/**
 * A name in capitals, as extracts have them, in the letters people write it in. One that has small letters already is
 * left as it is; where this is wrong, an administrator puts it right and later imports keep that.
 */
export function nameInWords(name: string): string {
  const trimmed = name.replace(/\s+/g, " ").trim();
  if (/[a-z]/.test(trimmed)) return trimmed;
  return trimmed
    .split(" ")
    .map((word, index) => {
      if (KEPT.has(word)) return word;
      const small = word.toLowerCase();
      return index > 0 && SMALL.has(small) ? small : capitalised(small);
    })
    .join(" ");
}

/** Each part of a joined word begins with a capital; what follows an apostrophe does not, unless it is a name (O'). */
function capitalised(word: string): string {
  return word.replace(
    /(^|[-/(.&])(o')?(\p{L})/gu,
    (_, before: string, irish: string | undefined, letter: string) =>
      `${before}${irish ? "O'" : ""}${letter.toUpperCase()}`,
  );
}

/** What sort of trust the name says it is. */
export function subtypeOf(name: string): string {
  if (/\bCARE TRUST\b/i.test(name)) return "Care trust";
  return /\bFOUNDATION TRUST\b/i.test(name) ? "NHS foundation trust" : "NHS trust";
}
