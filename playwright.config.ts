import { defineConfig, devices } from "@playwright/test";
import { freePort } from "./scripts/database/postmaster";
import { findChromium } from "./scripts/steps/chromium.mjs";

// A demonstration for each worker, on a port of its own. Settled once: the processes that run the tests read this
// file again.
process.env.BROWSER_TEST_PORTS ??= `${await freePort()} ${await freePort()}`;
const ports = process.env.BROWSER_TEST_PORTS.split(" ");

const LOOKS = "**/accessibility.spec.ts";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  workers: ports.length,
  // No test asserts a time; these only end what hangs, on a machine busy with other things too.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    locale: "en-GB",
    timezoneId: "Europe/London",
    // Nothing is recorded, which takes long: `--trace retain-on-failure` where a failure has to be seen.
    screenshot: "only-on-failure",
    launchOptions: { executablePath: findChromium() ?? undefined },
  },
  projects: [
    // Every page as it stands: nothing is changed.
    { name: "pages", testMatch: LOOKS, fullyParallel: true, use: devices["Desktop Chrome"] },
    // In these people change what the others would see, so those of a file follow each other, and the files of a
    // worker: signing a round off in one test would close it under the next.
    { name: "journeys", testIgnore: LOOKS, fullyParallel: false, use: devices["Desktop Chrome"] },
  ],
  // The production build, and a database with the demonstration in it for each: both made before the first test.
  webServer: ports.map((port) => ({
    command: "node --conditions=react-server --import tsx scripts/serve-demo.ts --for-tests",
    env: { PORT: port },
    url: `http://localhost:${port}/api/health/ready`,
    timeout: 10 * 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
  })),
});
