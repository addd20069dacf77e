import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout, fail, runBin } from "./run.mjs";

const mark = join(checkout, "lib", "generated", "prisma", "made-from");

/** Writes the database client of prisma/schema.prisma to lib/generated/prisma, unless it is there already. */
export async function generateIfNeeded() {
  const made = createHash("sha256")
    .update(readFileSync(join(checkout, "prisma", "schema.prisma")))
    .update(readFileSync(join(checkout, "node_modules", "prisma", "package.json")))
    .digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === made) return;
  // The tool wants an engine it would download, although `generate` does not run it: any existing file will do.
  // Never do this for `prisma migrate`: it would report success and change nothing.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const { status, printed } = await runBin("prisma/build/index.js", ["generate"], {
    env,
    quiet: true,
    minutes: 5,
  });
  if (status !== 0)
    fail(`${printed.trim()}\n\nThe database client could not be made from prisma/schema.prisma.`);
  writeFileSync(mark, made);
}
