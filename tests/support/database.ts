import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, inject } from "vitest";
import { letAppRoleIn } from "@/scripts/database/app-role";
import { withConnection } from "@/scripts/database/connection";
import { dropDatabase, makeDatabase } from "@/scripts/database/databases";
import { urlTo } from "@/scripts/database/test-server";

export type TestDatabase = { ownerUrl: string; appUrl: string };

/**
 * A database of its own with every table and framework and no people, dropped when the test file ends. `empty`
 * leaves out tables and frameworks as well. Each test file has one already: `fileDatabase`.
 */
export async function freshDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = inject("server");
  const name = `${server.run}_${randomBytes(6).toString("hex")}`;
  const database = { ownerUrl: urlTo(server.ownerUrl, name), appUrl: urlTo(server.appUrl, name) };
  afterAll(() => dropDatabase(server.ownerUrl, name));
  await makeDatabase(server.ownerUrl, name, empty ? "template0" : server.template);
  // Who may enter a database is not copied with it.
  if (!empty) await withConnection(database.ownerUrl, letAppRoleIn);
  return database;
}

let ofFile: TestDatabase | null = null;

/** The database that `@/lib/db` and the data layer use in this test file. */
export function fileDatabase(): TestDatabase {
  if (!ofFile) throw new Error("This test is in no project with a database: see vitest.config.ts.");
  return ofFile;
}

export async function openFileDatabase(): Promise<TestDatabase> {
  return (ofFile ??= await freshDatabase());
}

/** A plain connection as the application's role, closed when the test file ends. */
export function connectAsApp(database = fileDatabase()): Promise<Client> {
  return connect(database.appUrl);
}

/** A plain connection as the role that owns the tables; row-level security binds it as well. */
export function connectAsOwner(database = fileDatabase()): Promise<Client> {
  return connect(database.ownerUrl);
}

async function connect(address: string): Promise<Client> {
  const client = new Client({ connectionString: address });
  afterAll(() => client.end());
  await client.connect();
  return client;
}

/**
 * What is really in the tables, whoever it belongs to: one query with row-level security lifted in a transaction
 * that is rolled back. It waits for, and holds up, everything else in the database.
 */
export async function lookBeneath<Row extends object>(
  query: string,
  values: unknown[] = [],
  database = fileDatabase(),
): Promise<Row[]> {
  return withConnection(database.ownerUrl, async (owner) => {
    const { rows: forced } = await owner.query<{ name: string }>(
      "SELECT oid::regclass::text AS name FROM pg_class WHERE relforcerowsecurity",
    );
    await beginBeneath(owner, forced);
    const { rows } = await owner.query<Row>(query, values);
    await owner.query("ROLLBACK");
    return rows;
  });
}

/**
 * Begins a transaction that the row-level security of these tables does not bind, to be rolled back. In one message:
 * whoever is at work has hardly time to hold one table and wait for another, each of them for the other.
 */
export async function beginBeneath(owner: Client, tables: readonly { name: string }[]): Promise<void> {
  const lift = tables.map(({ name }) => `ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY;`);
  await owner.query(`BEGIN; ${lift.join(" ")}`);
}
