// Fitting words into a width without a browser to measure them.

/** Widths of Arial's characters in shares of the type size; what is not listed is taken to be wide. */
const shares = new Map<string, number>(
  (
    [
      [0.23, "ijl’'"],
      [0.28, " fIt.,:;!/|"],
      [0.34, "r()-[]–"],
      [0.5, "ckJsvxyz"],
      [0.56, "abdeghnopqu0123456789L+"],
      [0.62, "FTZ"],
      [0.67, "ABEKPSVXY&"],
      [0.73, "CDHNRUw"],
      [0.78, "GOQ"],
      [0.84, "mM"],
      [0.95, "W"],
      [1, "…→@%"],
    ] as const
  ).flatMap(([share, characters]) => [...characters].map((character) => [character, share] as const)),
);

// Room to spare is better than words that run into each other or over the edge.
/** How much room words take where they are sure to be set in Arial: bold is a little wider. */
export const IN_ARIAL = 1.06;
/** In a browser another typeface stands in where there is no Arial: DejaVu Sans is up to 15% wider. */
const IN_ANY = 1.16;

/** About how wide a line of words is, in the unit of its type size. */
export function widthOf(words: string, size: number, room: number = IN_ANY): number {
  let share = 0;
  for (const character of words) share += shareOf(character);
  return share * size * room;
}

/**
 * Words broken into lines no wider than `width`, at most `most` of them. A word too long for a line is cut, and what
 * does not fit ends in "…": the table beside each drawing has the words in full.
 */
export function linesOf(
  words: string,
  width: number,
  size: number,
  most: number,
  room: number = IN_ANY,
): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (widthOf(longer, size, room) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    if (lines.length === most)
      return [...lines.slice(0, -1), cutTo(`${lines.at(-1)} ${word}`, width, size, room)];
    line = cutTo(word, width, size, room);
  }
  if (line) lines.push(line);
  return lines;
}

/** Words on one line no wider than `width`, ending in "…" where they do not fit. */
export function cutTo(words: string, width: number, size: number, room: number = IN_ANY): string {
  if (widthOf(words, size, room) <= width) return words;
  // No line holds as many as 400, and what is pasted may be very long.
  const characters = [...words.slice(0, 400)];
  while (characters.length > 1 && widthOf(`${characters.join("")}…`, size, room) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

function shareOf(character: string): number {
  const known = shares.get(character);
  if (known !== undefined) return known;
  // Wide scripts, pictures, and control characters, which come out as the sign for "unreadable".
  return /[\u0000-\u001f\u007f\u2e80-\uffff]/.test(character) ? 1.1 : 0.7;
}
