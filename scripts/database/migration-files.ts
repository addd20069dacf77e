import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** One step of the database's history: a folder under prisma/migrations with its SQL. */
export type MigrationFile = { name: string; sql: string; checksum: string };

/** With its semicolon on the line: the BEGIN of a function's body has none. */
const transactionControl = /^\s*(begin|start\s+transaction|commit|rollback)(\s+(work|transaction))?\s*;/i;

/**
 * Reads the migrations in the order they are applied, which is that of their names. Throws when one ends its
 * transaction itself: each is applied whole or not at all.
 */
export function readMigrations(folder: string): MigrationFile[] {
  if (!existsSync(folder)) throw new Error(`There are no migrations: ${folder} is missing.`);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readMigration(folder, name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readMigration(folder: string, name: string): MigrationFile {
  const file = join(folder, name, "migration.sql");
  if (!existsSync(file)) throw new Error(`Migration ${name} has no migration.sql (${file}).`);
  const sql = readFileSync(file, "utf8");
  const line = sql.split("\n").findIndex((text) => transactionControl.test(text));
  if (line >= 0) {
    throw new Error(
      `${file}:${line + 1} begins or ends a transaction. The runner puts each migration in one of its own: ` +
        "take the statement out.",
    );
  }
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}
