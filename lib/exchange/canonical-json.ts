/**
 * JSON that is the same, byte for byte, for the same value: keys in code-unit order, no white space. Moments come as
 * ISO 8601 in UTC. What is undefined is left out.
 */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(",")}}`;
}

/** A list with a row to a line, so that two of them can be compared line by line. */
export function canonicalRows(rows: readonly unknown[]): string {
  if (rows.length === 0) return "[]\n";
  return `[\n${rows.map(canonicalJson).join(",\n")}\n]\n`;
}
