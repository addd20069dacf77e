/** The words or phrases of a list that a text holds, as whole words in any case, in the order of the list. */
export function found(words: readonly string[], text: string): string[] {
  return words.filter((word) => new RegExp(`(?<![\\w-])${escaped(word)}(?![\\w-])`, "i").test(text));
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
