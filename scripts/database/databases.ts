import { escapeIdentifier } from "pg";
import { withConnection } from "./connection";

/**
 * Makes an empty database, or a copy of `template`, over the address of any other database of the server.
 * Returns false when there is one of that name already.
 */
export async function makeDatabase(
  serverUrl: string,
  name: string,
  template = "template0",
): Promise<boolean> {
  return withConnection(serverUrl, async (owner) => {
    const { rowCount } = await owner.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return false;
    await owner.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}`);
    return true;
  });
}

/** Removes a database with whatever is connected to it, if there is one of that name. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await withConnection(serverUrl, (owner) =>
    owner.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  );
}
