import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { DatabaseError, Pool } from "pg";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { databasePoolSize, databaseUrl } from "./env";
import { Connection } from "./first-words";
import { logger } from "./logger";

const second = 1000;

// The development server loads this module again after each change; the connections stay.
const kept = globalThis as { database?: Database; counting?: Pool };

/**
 * The connections to the database, as a pool and as what Prisma does with the very same ones, and the names under which
 * they keep statements. The build holds this module several times over, which must agree on what a name means.
 */
type Database = { client: PrismaClient; pool: Pool; nameOf: (text: string) => string };

/** The tables of the database; connections are made when first asked for. Only lib/data uses it: the rest asks lib/data. */
export function db(): PrismaClient {
  return database().client;
}

/**
 * One statement by hand, with its values in `$1`, `$2` and so on, and the rows it gives. Straight to the driver:
 * without what Prisma does around it a save takes a quarter less (decision 49).
 */
export async function query<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  const { pool, nameOf } = database();
  try {
    return (await pool.query<Row>({ name: nameOf(text), text, values })).rows;
  } catch (error) {
    // There PostgreSQL repeats whole rows, and Next writes down all that an error holds.
    if (error instanceof DatabaseError) error.detail = undefined;
    throw error;
  }
}

function database(): Database {
  return (kept.database ??= connect(databaseUrl(), databasePoolSize()));
}

/** Closes the connections, if there are any; the next use makes new ones to the address then set. */
export async function disconnect(): Promise<void> {
  await kept.database?.client.$disconnect();
  await kept.database?.pool.end();
  await kept.counting?.end();
  kept.database = undefined;
  kept.counting = undefined;
}

/**
 * A few connections of their own for counting tries (lib/data/limits), so that a flood of them takes none from the
 * people at work, and gives up early where the database does not answer.
 */
export function countingConnections(): Pool {
  return (kept.counting ??= connectForCounting(databaseUrl()));
}

function connectForCounting(address: string): Pool {
  const pool = new Pool({
    Client: Connection,
    connectionString: address,
    application_name: "digital-maturity limits",
    max: 3,
    connectionTimeoutMillis: 5 * second,
    statement_timeout: 2 * second,
    lock_timeout: 2 * second,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  pool.on("error", (err) => logger().warn({ err }, "A database connection was lost"));
  return pool;
}

/**
 * Connections to one address, at most `poolSize` at once. Limits are set on the server as well, because a limit
 * kept here alone would leave the statement running there.
 */
function connect(address: string, poolSize: number): Database {
  const pool = new Pool({
    Client: Connection,
    connectionString: address,
    application_name: "digital-maturity",
    max: poolSize,
    // As long as a burst may queue for a connection, see `maxWait`.
    connectionTimeoutMillis: 30 * second,
    statement_timeout: 10 * second,
    // A save waits at most this long behind a report or a migration.
    lock_timeout: 2 * second,
    idle_in_transaction_session_timeout: 30 * second,
    keepAlive: true,
  });
  const report = (err: Error) => logger().warn({ err }, "A database connection was lost");
  pool.on("error", report);
  const nameOf = statementNames();
  const adapter = new PrismaPg(pool, {
    onConnectionError: report,
    statementNameGenerator: ({ sql }) => nameOf(sql),
  });
  const client = new PrismaClient({
    adapter,
    // Prisma's longer messages quote what was being written.
    errorFormat: "minimal",
    transactionOptions: { maxWait: 30 * second, timeout: 20 * second },
  });
  return { client, pool, nameOf };
}

/** Enough for every statement of the code. Lists of changing length make new texts, which must not pile up. */
const NAMED_AT_MOST = 500;

/**
 * Gives each statement the name under which a connection keeps it prepared, so that the server reads and plans it once
 * and not with each request. Empty, which leaves it unprepared, for what begins and ends a transaction and for more
 * texts than are worth keeping.
 */
function statementNames(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= NAMED_AT_MOST || !/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(text)) return "";
    const name = `s${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}
