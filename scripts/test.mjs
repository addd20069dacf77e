// Every check of the project, from an empty clone in one command: `npm test`. Ends with `N passed, N failed`.
// `npm run test:tools` and `npm run test:nightly` run the tests that need other programs, or hours.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, isBuilt } from "./steps/build.mjs";
import { playwrightCounts, vitestCounts } from "./steps/counts.mjs";
import { generateIfNeeded } from "./steps/generate.mjs";
import { installIfNeeded } from "./steps/install.mjs";
import { runBin } from "./steps/run.mjs";

const reports = mkdtempSync(join(tmpdir(), "digital-maturity-tests-"));
const plans = {
  all: [
    routeTypes,
    together(types, lint),
    together(formatting, unused),
    vitest("unit", 10),
    vitest("integration", 20),
    production,
    chromium,
    vitest("served", 20),
    vitest("crash", 10),
    browser("pages"),
    browser("journeys"),
  ],
  tools: [vitest("tools", 20)],
  // The loop of `npm test` twenty times over: the service and its database are killed under load.
  crash: [production, vitest("crash", 30)],
  nightly: [vitest("unit", 10, { OTHER_CASES: "1" }), production, vitest("nightly", 240)],
  // What depends on the database server: run against another one by setting TEST_DATABASE_OWNER_URL and
  // TEST_DATABASE_URL.
  database: [
    vitest("integration", 20),
    production,
    chromium,
    vitest("served", 20),
    browser("journeys", ["--grep", "@journey"]),
  ],
};

const [plan = "all"] = process.argv.slice(2);
if (!(plan in plans)) {
  console.error(`There is no plan "${plan}". There are: ${Object.keys(plans).join(", ")}.`);
  process.exit(2);
}
if (plan === "crash") process.env.CRASH_LOOPS ??= "20";
await installIfNeeded();
await generateIfNeeded();

let passed = 0;
const failed = [];
for (const step of plans[plan]) {
  const counts = await step();
  passed += counts.passed;
  failed.push(...counts.failed);
}
rmSync(reports, { recursive: true, force: true });

if (failed.length > 0) console.log(`\nFailed:\n${failed.map((name) => `  ${name}`).join("\n")}`);
console.log(`\n${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Steps that keep out of each other's way and use one processor each. */
function together(...steps) {
  return async () => {
    const counts = await Promise.all(steps.map((step) => step()));
    return {
      passed: counts.reduce((sum, { passed }) => sum + passed, 0),
      failed: counts.flatMap(({ failed }) => failed),
    };
  };
}

/** Next writes the types of its pages itself; those and the lint rules that know types build on them. */
function routeTypes() {
  return check("Types of the routes", "next/dist/bin/next", ["typegen"]);
}

function types() {
  return check("Types", "typescript/bin/tsc", ["--noEmit"]);
}

function lint() {
  return check("Lint", "eslint/bin/eslint.js", ["--max-warnings", "0", "."]);
}

function formatting() {
  return check("Formatting", "prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", "."]);
}

function unused() {
  return check("Unused code and packages", "knip/bin/knip.js", ["--no-progress"]);
}

async function production() {
  const name = "Production build";
  return isBuilt() ? report(name, { status: 0, printed: "" }) : report(name, await build());
}

/** The browser that the tests after it use. */
async function chromium() {
  // Loaded late: it is not there before the packages are installed.
  const { findOrInstallChromium } = await import("./steps/chromium.mjs");
  const printed = "There is none: install one, or name it with CHROMIUM=/path/to/it.";
  return report("Chromium", { status: findOrInstallChromium() ? 0 : 1, printed });
}

async function check(name, bin, args) {
  return report(name, await runBin(bin, args, { quiet: true, minutes: 15 }));
}

function report(name, { status, printed }) {
  console.log(`${name}: ${status === 0 ? "passed" : `failed\n${printed.trim()}\n`}`);
  return status === 0 ? { passed: 1, failed: [] } : { passed: 0, failed: [name] };
}

function vitest(project, minutes, settings = {}) {
  return async () => {
    console.log(`\nTests: ${project}`);
    const file = join(reports, `${project}.json`);
    const args = [
      "run",
      "--project",
      project,
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ];
    const env = { ...process.env, ...settings };
    const { status } = await runBin("vitest/vitest.mjs", args, { env, minutes });
    return vitestCounts(file, `Tests: ${project}`, status);
  };
}

function browser(project, args = []) {
  return async () => {
    const name = `Tests: browser, ${project}`;
    console.log(`\n${name}`);
    const { findChromium } = await import("./steps/chromium.mjs");
    if (!findChromium()) return { passed: 0, failed: [`${name} (no Chromium on this machine)`] };
    if (!isBuilt()) return { passed: 0, failed: [`${name} (no build to test)`] };
    const file = join(reports, `browser-${project}.json`);
    const asked = ["test", "--project", project, "--reporter=dot,json", ...args];
    const { status } = await runBin("@playwright/test/cli.js", asked, {
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
      minutes: 30,
    });
    return playwrightCounts(file, name, status);
  };
}
