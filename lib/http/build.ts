import { readFileSync } from "node:fs";
import { join } from "node:path";

let known: string | undefined;

/**
 * The build this process serves, by its id: another after each update, though pages of the one before are still open.
 * The development server has no builds, and says so always.
 */
export function servedBuild(): string {
  return (known ??= process.env.NODE_ENV === "production" ? readId() : "development");
}

function readId(): string {
  return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), ".next", "BUILD_ID"), "utf8").trim();
}
