import { startEmbedded } from "./embedded-server";

/** A PostgreSQL server: the address of each of its databases for two roles, and how to let go of it. */
export type DatabaseServer = {
  /** For the role that owns the tables and may make databases. */
  ownerUrl(database: string): string;
  /** For the application's role. */
  appUrl(database: string): string;
  release(): Promise<void>;
};

/**
 * The server tests run on: that of TEST_DATABASE_OWNER_URL and TEST_DATABASE_URL, which name any database of it;
 * where they are not set, the built-in one.
 */
export async function findTestServer(): Promise<DatabaseServer> {
  const { TEST_DATABASE_OWNER_URL: ownerUrl, TEST_DATABASE_URL: appUrl } = process.env;
  if (ownerUrl && appUrl) {
    return {
      ownerUrl: (database) => urlTo(ownerUrl, database),
      appUrl: (database) => urlTo(appUrl, database),
      release: () => Promise.resolve(),
    };
  }
  if (ownerUrl || appUrl) {
    throw new Error(
      "Set both TEST_DATABASE_OWNER_URL and TEST_DATABASE_URL, or neither for the built-in server.",
    );
  }
  return startEmbedded("test");
}

/** The address of another database of the same server, for the same role. */
export function urlTo(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}
