import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { dropDatabase, makeDatabase } from "@/scripts/database/databases";
import { checkout } from "@/scripts/database/place";
import { freePort } from "@/scripts/database/postmaster";
import { findTestServer } from "@/scripts/database/test-server";
import { startService } from "@/scripts/demo/service";

export type OwnService = {
  /** The address people use. */
  origin: string;
  /** Runs one of the project's scripts for this installation and gives what it printed. */
  run(script: string, ...args: string[]): Promise<string>;
  /** Starts serving: the build that the other browser tests run on. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** An installation of its own on this machine, as the README says to make one, with an empty database. */
export async function ownService(): Promise<OwnService> {
  const server = await findTestServer();
  const name = `test_${process.pid}_own`;
  await dropDatabase(server.ownerUrl("postgres"), name);
  await makeDatabase(server.ownerUrl("postgres"), name);
  const port = await freePort();
  const settings = {
    DATABASE_OWNER_URL: server.ownerUrl(name),
    DATABASE_URL: server.appUrl(name),
    APP_ORIGIN: `http://localhost:${port}`,
    AUTH_SECRET: randomBytes(32).toString("hex"),
    LOG_LEVEL: "warn",
    PORT: String(port),
  };
  const under = promisify(execFile);
  let stopService = async () => {};
  return {
    origin: settings.APP_ORIGIN,
    run: async (script, ...args) => {
      const command = ["--conditions=react-server", "--import", "tsx", script, ...args];
      const env = { ...process.env, ...settings, DEMO: "" };
      const { stdout } = await under(process.execPath, command, { cwd: checkout, env });
      return stdout;
    },
    start: async () => {
      const service = await startService("start", port, { ...settings, DEMO: "" });
      stopService = service.stop;
    },
    stop: async () => {
      await stopService();
      await dropDatabase(server.ownerUrl("postgres"), name);
      await server.release();
    },
  };
}
