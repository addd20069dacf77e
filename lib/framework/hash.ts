import { createHash } from "node:crypto";
import type { Framework } from "@/lib/framework/schema";

/**
 * The SHA-256 of a framework's canonical JSON (keys in code-unit order, no white space), as 64 hexadecimal
 * digits. The same content gives the same hash however its file is laid out.
 */
export function contentHash(framework: Framework): string {
  return createHash("sha256").update(canonicalJson(framework)).digest("hex");
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(",")}}`;
}
