import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": root.replace(/\/$/, ""),
      // `server-only` throws outside React's server condition; tests are a server.
      "server-only": `${root}tests/support/server-only.ts`,
    },
  },
  test: {
    projects: [
      { extends: true, test: { name: "unit", include: ["{lib,app,components,scripts,frameworks}/**/*.test.ts"] } },
    ],
  },
});
