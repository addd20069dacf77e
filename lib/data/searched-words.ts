/**
 * Words to look for in a column, letter for letter: what would stand for any letters (`%`, `_`) stands for itself.
 * Null where there are none.
 */
export function literally(words: string): { contains: string; mode: "insensitive" } | null {
  const plain = words.replaceAll("\u0000", "").trim();
  return plain === "" ? null : { contains: plain.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" };
}
