import { randomUUID } from "node:crypto";
import { type Client, DatabaseError } from "pg";
import { type MigrationFile, readMigrations } from "./migration-files";

/** Prisma's own lock number, so that its tools and this runner never work at once. */
const lockNumber = 72707369;

/** Prisma's own table, column for column, so that its tools read what this runner wrote. */
const historyTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Applies the migrations a database does not have yet, each in one transaction, over a connection of the role
 * that owns the tables. Returns the names of those applied. Refuses, changing nothing, when an applied file
 * was edited or is unknown here, or when an earlier one failed half-way.
 */
export async function migrate(owner: Client, folder: string): Promise<string[]> {
  const files = readMigrations(folder);
  await takeLock(owner);
  await owner.query(historyTable);
  const pending = await findPending(owner, files);
  // Under row-level security a data migration would silently skip rows; with this it fails instead.
  await owner.query("SET row_security = off");
  // A migration that waits for a lock holds up everybody's saves behind it.
  await owner.query("SET lock_timeout = '2s'");
  for (const file of pending) await apply(owner, file);
  return pending.map(({ name }) => name);
}

/** Held until the connection ends, so that what follows the migrations is done by one at a time too. */
async function takeLock(owner: Client): Promise<void> {
  await owner.query("SET lock_timeout = '60s'");
  try {
    await owner.query("SELECT pg_advisory_lock($1)", [lockNumber]);
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === "55P03")) throw error;
    throw new Error(
      "Another migration of this database has been running for a minute. Try again when it is done.",
    );
  }
}

type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

async function findPending(owner: Client, files: MigrationFile[]): Promise<MigrationFile[]> {
  const { rows } = await owner.query<Applied>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const known = new Map(files.map((file) => [file.name, file]));
  for (const row of rows) {
    const file = known.get(row.migration_name);
    if (!file) {
      throw new Error(
        `The database has the migration ${row.migration_name}, which this version does not know. ` +
          "It was set up by a newer version: use that one.",
      );
    }
    if (!row.finished_at) {
      throw new Error(
        `The migration ${row.migration_name} was begun by another tool and not finished. Put the database right, ` +
          "then mark the row in _prisma_migrations as rolled back or finished.",
      );
    }
    if (row.checksum !== file.checksum) {
      throw new Error(
        `prisma/migrations/${row.migration_name}/migration.sql was changed after it had been applied. ` +
          "Restore the file, and put the change into a new migration.",
      );
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  return files.filter(({ name }) => !applied.has(name));
}

async function apply(owner: Client, { name, sql, checksum }: MigrationFile): Promise<void> {
  const startedAt = new Date();
  await owner.query("BEGIN");
  try {
    await owner.query(sql);
    await owner.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await owner.query("COMMIT");
  } catch (error) {
    await owner.query("ROLLBACK");
    throw new Error(`The migration ${name} failed and was undone: ${reasonOf(error, sql)}`, { cause: error });
  }
}

function reasonOf(error: unknown, sql: string): string {
  if (!(error instanceof DatabaseError)) return String(error);
  if (error.code === "55P03") return "a table it changes is in use. Try again at a quieter time.";
  const line = error.position && sql.slice(0, Number(error.position)).split("\n").length;
  return `${error.message}${line ? ` (line ${line})` : ""}`;
}
