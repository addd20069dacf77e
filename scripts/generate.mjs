// Writes the database client of prisma/schema.prisma to lib/generated/prisma when the schema has changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

const checkout = resolve(import.meta.dirname, "..");
const output = join(checkout, "lib", "generated", "prisma");
const mark = join(output, "made-from");
const manifest = createRequire(import.meta.url).resolve("prisma/package.json");

const made = createHash("sha256")
  .update(readFileSync(join(checkout, "prisma", "schema.prisma")))
  .update(readFileSync(manifest))
  .digest("hex");
if (existsSync(mark) && readFileSync(mark, "utf8") === made) process.exit(0);

// The tool wants an engine it would download, although `generate` does not run it: any existing file will do.
// Never do this for `prisma migrate`: it would report success and change nothing.
const env = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
};
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [join(dirname(manifest), "build", "index.js"), "generate"],
  { cwd: checkout, env, encoding: "utf8" },
);
if (status !== 0) {
  console.error(`The database client could not be made from prisma/schema.prisma.\n${stdout}${stderr}`);
  process.exit(1);
}
writeFileSync(mark, made);
console.log("Made the database client from prisma/schema.prisma.");
