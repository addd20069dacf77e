import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/** @typedef {{ passed: number, failed: string[] }} Counts */

/**
 * What a run of vitest came to, from its JSON report. A test that was skipped counts as failed: nothing is left out
 * silently. So does a file that could not be loaded.
 *
 * @returns {Counts}
 */
export function vitestCounts(file, name, status) {
  if (!existsSync(file)) return { passed: 0, failed: [`${name} (no report)`] };
  const { numPassedTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
  const failed = testResults.flatMap(({ name: place, status: outcome, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status !== "passed");
    if (tests.length > 0)
      return tests.map(({ fullName, status: ended, failureMessages }) =>
        named(`${nameOf(place)} > ${fullName} (${ended})`, failureMessages[0]),
      );
    return outcome === "passed" ? [] : [`${nameOf(place)} (not loaded)`];
  });
  return orWhole({ passed: numPassedTests, failed }, name, status);
}

/**
 * What a run of Playwright came to, from its JSON report; skipped tests count as failed here too.
 *
 * @returns {Counts}
 */
export function playwrightCounts(file, name, status) {
  if (!existsSync(file)) return { passed: 0, failed: [`${name} (no report)`] };
  const { stats, suites } = JSON.parse(readFileSync(file, "utf8"));
  const failed = suites
    .flatMap(specsIn)
    .flatMap(({ file: place, title, tests }) =>
      tests
        .filter((test) => test.status !== "expected")
        .map(({ status: outcome, results }) =>
          named(`${place} > ${title} (${outcome})`, results.at(-1)?.error?.message),
        ),
    );
  return orWhole({ passed: stats.expected, failed }, name, status);
}

/** A run may fail as a whole though each test in it passed, or though there was none. */
function orWhole({ passed, failed }, name, status) {
  const whole = status !== 0 || passed === 0;
  return { passed, failed: failed.length === 0 && whole ? [name] : failed };
}

/** A failed test with the beginning of what it said: often the end of a run is all somebody gets to see. */
function named(test, message = "") {
  const said = stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => line.trim() !== "");
  return [test, ...said.slice(0, 6).map((line) => `  ${line}`)].join("\n  ");
}

function specsIn({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsIn)];
}

function nameOf(place) {
  return place.slice(place.search(/(app|components|frameworks|lib|scripts|tests)[\\/]/));
}
