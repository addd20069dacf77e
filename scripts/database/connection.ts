import { Client } from "pg";

/** Runs `task` over one connection to `address` and closes it. Throws naming the place when there is no connecting. */
export async function withConnection<T>(address: string, task: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 15_000 });
  // A connection lost between two queries fails the next one; without a listener it would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { username, host, pathname } = new URL(address);
    throw new Error(
      `"${decodeURIComponent(username)}" cannot sign in to the database ${pathname.slice(1)} at ${host}: ${reasonOf(error)}`,
      { cause: error },
    );
  }
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}

/** A host with several addresses fails with one error for each, and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
