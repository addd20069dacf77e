/**
 * Makes a finder of words and phrases, given with commas between them: it gives those a text holds, as whole
 * words, each once. Case does not count unless asked.
 */
export function finderOf(list: string, { caseCounts = false } = {}): (text: string) => string[] {
  const words = list.split(",").map((word) => escaped(word.trim().replaceAll(/\s+/g, " ")));
  const longestFirst = words.sort((a, b) => b.length - a.length).join("|");
  const any = new RegExp(`(?<![\\w-])(${longestFirst})(?![\\w-])`, caseCounts ? "g" : "gi");
  return (text) => [...new Set([...text.matchAll(any)].map(([word]) => word))];
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
