import { readFileSync } from "node:fs";
import { join } from "node:path";

// The build may hold this module several times over.
const kept = globalThis as { servedBuild?: string };

/** Reads which build this process serves, once at its start: the files may be another's later. */
export function noteServedBuild(): void {
  kept.servedBuild = process.env.NODE_ENV === "production" ? readId() : "development";
}

/** The build this process serves, by its id: another after each update, though pages of the one before are still open. */
export function servedBuild(): string {
  return kept.servedBuild ?? "";
}

function readId(): string {
  return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), ".next", "BUILD_ID"), "utf8").trim();
}
