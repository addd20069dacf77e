import type { TestProject } from "vitest/node";
import { disconnect } from "@/lib/db";
import { withConnection } from "@/scripts/database/connection";
import { dropDatabase, makeDatabase } from "@/scripts/database/databases";
import { startEmbedded } from "@/scripts/database/embedded-server";
import { setUpService } from "@/scripts/database/set-up-service";
import { isRunning } from "@/scripts/database/turn";
import { type TestServer, urlTo } from "./test-server";

/**
 * Once for a run: a PostgreSQL server and, on it, a template with every migration applied and every framework
 * published. The server is the built-in one; where TEST_DATABASE_OWNER_URL and TEST_DATABASE_URL are set, that one.
 * The run's databases are named after its process, so that several runs share a server.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { release, ...addresses } = await findServer();
  const server: TestServer = {
    ...addresses,
    run: `test_${process.pid}`,
    template: `test_${process.pid}_template`,
  };
  await dropDatabasesOf(server.ownerUrl, (run) => run === process.pid || !isRunning(run));
  await makeDatabase(server.ownerUrl, server.template);
  const quiet = () => undefined;
  await setUpService(
    { ownerUrl: urlTo(server.ownerUrl, server.template), appUrl: urlTo(server.appUrl, server.template) },
    quiet,
  );
  // A template with a connection open cannot be copied.
  await disconnect();
  project.provide("server", server);
  return async () => {
    await dropDatabasesOf(server.ownerUrl, (run) => run === process.pid);
    await release();
  };
}

async function findServer(): Promise<{ ownerUrl: string; appUrl: string; release: () => Promise<void> }> {
  const { TEST_DATABASE_OWNER_URL: ownerUrl, TEST_DATABASE_URL: appUrl } = process.env;
  if (ownerUrl && appUrl) return { ownerUrl, appUrl, release: () => Promise.resolve() };
  if (ownerUrl || appUrl) {
    throw new Error(
      "Set both TEST_DATABASE_OWNER_URL and TEST_DATABASE_URL, or neither for the built-in server.",
    );
  }
  const { release, ...embedded } = await startEmbedded("test");
  return { ownerUrl: embedded.ownerUrl("postgres"), appUrl: embedded.appUrl("postgres"), release };
}

/** Also those of runs that were killed before they could clear up. */
async function dropDatabasesOf(serverUrl: string, concerns: (run: number) => boolean): Promise<void> {
  const names = await withConnection(serverUrl, async (owner) => {
    const { rows } = await owner.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname ~ '^test_\\d+_'",
    );
    return rows.map(({ datname }) => datname);
  });
  for (const name of names) {
    if (concerns(Number(name.split("_")[1]))) await dropDatabase(serverUrl, name);
  }
}

declare module "vitest" {
  interface ProvidedContext {
    server: TestServer;
  }
}
