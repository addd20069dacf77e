import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout, runBin } from "./run.mjs";

const note = join(checkout, ".next", "built-from");

/** What a build is made from: when none of it has changed, the build serves. */
const sources = [
  ...["app", "components", "lib", "public"],
  ...[
    "instrumentation.ts",
    "next.config.ts",
    "package-lock.json",
    "prisma/schema.prisma",
    "postcss.config.mjs",
    "proxy.ts",
    "tsconfig.json",
  ],
];

/** Whether there is a build of the sources as they are. */
export function isBuilt() {
  return (
    existsSync(join(checkout, ".next", "BUILD_ID")) &&
    existsSync(note) &&
    readFileSync(note, "utf8") === hashOfSources()
  );
}

/**
 * What the names of actions are made with, the same for every build, so that a form of a page that was open while the
 * service was updated still finds its action (decision 0037). It guards nothing: nothing is sealed with it.
 */
const actionNames =
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ||
  createHash("sha256").update("the names of actions").digest("base64");

/** Builds for production. Gives back the exit status and what the build printed. */
export async function build() {
  const made = hashOfSources();
  const env = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionNames,
  };
  const result = await runBin("next/dist/bin/next", ["build"], { env, quiet: true, minutes: 20 });
  if (result.status === 0) writeFileSync(note, made);
  return result;
}

function hashOfSources() {
  const hash = createHash("sha256").update(process.version);
  for (const file of sources.flatMap((source) => filesOf(source))) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(checkout, file)));
  }
  return hash.digest("hex");
}

function filesOf(path) {
  const place = join(checkout, path);
  if (!existsSync(place) || path === join("lib", "generated")) return [];
  if (!statSync(place).isDirectory()) return [path];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesOf(join(path, name)))
    .filter((file) => !/\.test\.tsx?$/.test(file));
}
