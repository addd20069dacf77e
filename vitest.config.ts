import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** What needs PostgreSQL: one server for the run, one database of its own for each test file. */
const onDatabase = {
  globalSetup: "tests/support/database-server.ts",
  setupFiles: "tests/support/database-of-file.ts",
};

export default defineConfig({
  resolve: {
    alias: {
      "@": root.replace(/\/$/, ""),
      // `server-only` throws outside React's server condition; tests are a server.
      "server-only": `${root}tests/support/server-only.ts`,
    },
  },
  test: {
    // No test asserts a time; these only end what hangs, on a machine busy with other things too.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // The tests mostly wait for a database, which is why they may have every processor.
    maxWorkers: "100%",
    // In another order each night: what passes only after another file prints the seed it failed with.
    sequence: { shuffle: { files: Boolean(process.env.OTHER_CASES) } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,app,components,scripts,frameworks}/**/*.test.{ts,tsx}", "tests/house/**/*.test.ts"],
          setupFiles: "tests/support/made-up-cases.ts",
          // Pure code keeps nothing between two files: to load it anew for each took four times as long.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: "integration", include: ["tests/{integration,security}/**/*.test.ts"], ...onDatabase },
      },
      {
        extends: true,
        test: { name: "served", include: ["tests/served/**/*.test.ts"], ...onDatabase },
      },
      {
        extends: true,
        // Has a database server of its own, since it kills it.
        test: { name: "crash", include: ["tests/crash/**/*.test.ts"], testTimeout: 10 * 60_000 },
      },
      {
        extends: true,
        test: { name: "tools", include: ["tests/tools/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "nightly",
          include: ["tests/nightly/**/*.test.ts"],
          ...onDatabase,
          testTimeout: 30 * 60_000,
        },
      },
    ],
  },
});
