import { type Browser, chromium, type Page } from "@playwright/test";
import { freePort } from "@/scripts/database/postmaster";
import { startService } from "@/scripts/demo/service";
import { isBuilt } from "@/scripts/steps/build.mjs";
import { findChromium } from "@/scripts/steps/chromium.mjs";

export type BrowsedService = {
  origin: string;
  browser: Browser;
  /** A window of somebody's own, who has no cookies yet. */
  window(options?: { javaScriptEnabled?: boolean }): Promise<Page>;
  /** Puts another build in its place, on the same address and database, as an update does. */
  updateTo(folder: string): Promise<void>;
  stop(): Promise<void>;
};

/** The production build on a database, served on this machine, and a browser to use it with. */
export async function browse(databaseUrl: string, env: Record<string, string> = {}): Promise<BrowsedService> {
  if (!isBuilt()) throw new Error("There is no build of these sources to test: run `npm run build` first.");
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const settings = {
    DATABASE_URL: databaseUrl,
    APP_ORIGIN: origin,
    LOG_LEVEL: "warn",
    NODE_OPTIONS: "",
    AUTH_SECRET: "only-for-tests-only-for-tests-only",
    ...env,
  };
  let service = await startService("start", port, settings);
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ["--no-sandbox"],
  });
  return {
    origin,
    browser,
    window: async (options = {}) => {
      const context = await browser.newContext({ baseURL: origin, ...options });
      // As in vitest.config.ts: this only ends what hangs.
      context.setDefaultTimeout(60_000);
      return context.newPage();
    },
    updateTo: async (folder) => {
      await service.stop();
      service = await startService("start", port, settings, folder);
    },
    stop: async () => {
      await browser.close();
      await service.stop();
    },
  };
}
