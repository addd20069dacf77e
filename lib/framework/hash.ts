import { createHash } from "node:crypto";

/**
 * The SHA-256 of a framework document's canonical JSON, as 64 hexadecimal digits: keys in code-unit order, no white
 * space, and without the keys that say nothing (null, an empty list, an empty set of keys). The same content gives
 * the same hash however its file is laid out, and a key that a later schema adds, empty, changes none that stands.
 */
export function contentHash(document: object): string {
  return createHash("sha256").update(canonicalJson(document)).digest("hex");
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, entry]) => !saysNothing(entry))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(",")}}`;
}

function saysNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
