import type { TestProject } from "vitest/node";
import { disconnect } from "@/lib/db";
import { withConnection } from "@/scripts/database/connection";
import { dropDatabase, makeDatabase } from "@/scripts/database/databases";
import { setUpService } from "@/scripts/database/set-up-service";
import { findTestServer, urlTo } from "@/scripts/database/test-server";
import { isRunning } from "@/scripts/database/turn";

/** The PostgreSQL server of a test run. Its addresses name any database of the server. */
export type TestServer = {
  ownerUrl: string;
  appUrl: string;
  /** What the names of this run's databases begin with. */
  run: string;
  /** A database with tables and frameworks, to be copied. */
  template: string;
};

/**
 * Once for a run: a PostgreSQL server and, on it, a template with every migration applied and every framework
 * published. The run's databases are named after its process, so that several runs share a server.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const found = await findTestServer();
  const server: TestServer = {
    ownerUrl: found.ownerUrl("postgres"),
    appUrl: found.appUrl("postgres"),
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
    await found.release();
  };
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
