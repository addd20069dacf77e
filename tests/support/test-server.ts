/** The PostgreSQL server of a test run. Its addresses name any database of the server. */
export type TestServer = {
  /** For the role that owns tables and may make databases. */
  ownerUrl: string;
  /** For the application's role. */
  appUrl: string;
  /** What the names of this run's databases begin with. */
  run: string;
  /** A database with tables and frameworks, to be copied. */
  template: string;
};

/** The address of another database of the same server, for the same role. */
export function urlTo(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}
