import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { freePort } from "@/scripts/database/postmaster";
import { startService } from "@/scripts/demo/service";
import { isBuilt } from "@/scripts/steps/build.mjs";

/** The address people use of the service under test: headers and cookies are those of https. */
export const ORIGIN = "https://maturity.example.nhs.uk";
export const SESSION_COOKIE = "__Host-maturity-session";

export type Served = {
  /** Asks the service; redirects are not followed. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Where it listens. */
  origin: string;
  /** The end of what the service has printed. */
  printed(): string;
  /** The ids of the processes that serve. */
  processes(): Promise<number[]>;
  /** The memory that they hold together, in megabytes. */
  memory(): Promise<number>;
  stop(): Promise<void>;
};

/**
 * The production build on a database, on a port of its own, as an installation runs it behind https, with these
 * settings changed. Rejects with what it said where it does not start.
 */
export async function serve(databaseUrl: string, settings: Record<string, string> = {}): Promise<Served> {
  if (!isBuilt()) throw new Error("There is no build of these sources to test: run `npm run build` first.");
  const port = await freePort();
  const service = await startService("start", port, {
    DATABASE_URL: databaseUrl,
    APP_ORIGIN: ORIGIN,
    AUTH_SECRET: "only-for-tests-only-for-tests-only",
    LOG_LEVEL: "warn",
    NODE_OPTIONS: "",
    ...settings,
  });
  const ps = async (field: "pid" | "rss") => {
    const { stdout } = await promisify(execFile)("ps", ["-o", `${field}=`, "--ppid", String(service.pid)]);
    return stdout.trim().split(/\s+/).map(Number);
  };
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    ask: (path, init) => fetch(`${origin}${path}`, { redirect: "manual", ...init }),
    printed: service.printed,
    processes: () => ps("pid"),
    memory: async () => (await ps("rss")).reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024,
    stop: service.stop,
  };
}
