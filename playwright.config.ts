import { defineConfig, devices } from "@playwright/test";
import { freePort } from "./scripts/database/postmaster";
import { findChromium } from "./scripts/steps/chromium.mjs";

// Settled once: the processes that run the tests read this file again.
process.env.BROWSER_TEST_PORT ??= String(await freePort());
const port = process.env.BROWSER_TEST_PORT;

const LOOKS = "**/accessibility.spec.ts";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // One after the other unless told otherwise: they share one demonstration, and signing a round off in one test would
  // close it under the next.
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  // No test asserts a time; these only end what hangs, on a machine busy with other things too.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    // The name the service goes by; forms sent from another would be refused.
    baseURL: `http://localhost:${port}`,
    locale: "en-GB",
    timezoneId: "Europe/London",
    // Nothing is recorded, which takes long: `--trace retain-on-failure` where a failure has to be seen.
    screenshot: "only-on-failure",
    launchOptions: { executablePath: findChromium() ?? undefined },
  },
  projects: [
    // Every page as it stands: nothing is changed, so several may be looked at together (`--workers 2`).
    { name: "pages", testMatch: LOOKS, fullyParallel: true, use: devices["Desktop Chrome"] },
    { name: "journeys", testIgnore: LOOKS, fullyParallel: false, use: devices["Desktop Chrome"] },
  ],
  // One production build and one database with the demonstration in it, both made before the first test.
  webServer: {
    command: "node --conditions=react-server --import tsx scripts/serve-demo.ts --for-tests",
    env: { PORT: port },
    url: `http://localhost:${port}/api/health/ready`,
    timeout: 10 * 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
  },
});
