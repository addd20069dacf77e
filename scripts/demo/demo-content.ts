import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../database/place";

/** Names what a demonstration is filled from: the seed and the frameworks. It changes when any of them does. */
export function hashOfContent(): string {
  const hash = createHash("sha256");
  for (const file of ["prisma/seed.ts", ...filesIn("prisma/demo"), ...filesIn("frameworks")]) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(checkout, file)));
  }
  return hash.digest("hex");
}

function filesIn(folder: string): string[] {
  return readdirSync(join(checkout, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name).slice(checkout.length + 1))
    .sort();
}
