import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { disconnect } from "@/lib/db";
import { withConnection } from "@/scripts/database/connection";
import { makeDatabase } from "@/scripts/database/databases";
import { startEmbedded, stopEmbedded } from "@/scripts/database/embedded-server";
import { dataHome } from "@/scripts/database/place";
import { freePort } from "@/scripts/database/postmaster";
import { serverAccount } from "@/scripts/database/server-account";
import { setUpService } from "@/scripts/database/set-up-service";
import { AppProcess } from "./app-process";

/** A whole installation that may be hurt: a database server of its own and two processes that serve it. */
export type Installation = {
  database: { ownerUrl: string; appUrl: string };
  apps: readonly AppProcess[];
  /** Ends a process of the service without a word, and starts another in its place. */
  killApp(): Promise<void>;
  /** Ends one of the database's own processes without a word, which makes it restart and recover. */
  killBackend(): Promise<void>;
  /** Ends the database server without a word, and starts it again. */
  killPostmaster(): Promise<void>;
  /** Cuts every connection of the service to its database. */
  dropConnections(): Promise<void>;
  putAway(): Promise<void>;
};

/** Waits until the database has recovered. */
async function answersAgain(address: string): Promise<void> {
  // It takes a moment to notice that one of its processes is gone.
  await pause(300);
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      return await withConnection(address, async (app) => void (await app.query("SELECT 1")));
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(200);
    }
  }
}

export async function startInstallation(): Promise<Installation> {
  const name = `crash-${process.pid}`;
  const folder = join(dataHome(serverAccount()), name);
  const server = await startEmbedded(name);
  await makeDatabase(server.ownerUrl("postgres"), "crash");
  const database = { ownerUrl: server.ownerUrl("crash"), appUrl: server.appUrl("crash") };
  await setUpService(database, () => undefined);
  const apps = await Promise.all([0, 1].map(async () => new AppProcess(await freePort(), database.appUrl)));
  for (const app of apps) await app.start();
  let turn = 0;

  const backends = () =>
    withConnection(database.ownerUrl, async (owner) => {
      const { rows } = await owner.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE datname = 'crash' AND application_name LIKE 'digital-maturity%' ORDER BY pid",
      );
      return rows.map(({ pid }) => pid);
    });

  return {
    database,
    apps,
    killApp: async () => {
      turn += 1;
      const app = apps[turn % apps.length];
      await app?.kill();
      await app?.start();
    },
    killBackend: async () => {
      const pids = await backends();
      const pid = pids[Math.floor(pids.length / 2)];
      if (pid) process.kill(pid, "SIGKILL");
      await answersAgain(database.appUrl);
    },
    killPostmaster: async () => {
      const [postmaster] = readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n");
      process.kill(Number(postmaster), "SIGKILL");
      await startEmbedded(name);
      await answersAgain(database.appUrl);
    },
    dropConnections: () =>
      withConnection(database.appUrl, async (app) => {
        await app.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'crash' AND application_name LIKE 'digital-maturity%'",
        );
      }),
    putAway: async () => {
      await Promise.all(apps.map((app) => app.kill()));
      await disconnect();
      await stopEmbedded(name);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
