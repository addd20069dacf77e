import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { setUpDatabase } from "@/scripts/database/set-up";
import { connectAsApp, connectAsOwner, freshDatabase } from "@/tests/support/database";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function writeMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

describe("I bring my database up to date", () => {
  test("and each migration is applied once, in order, however many of us do it at the same moment", async () => {
    writeMigration("2_fill", "INSERT INTO thing VALUES (1)");
    writeMigration("1_make", "CREATE TABLE thing (id int PRIMARY KEY)");
    const database = await freshDatabase({ empty: true });

    const runs = await Promise.all([1, 2, 3].map(() => setUpDatabase(database, folder)));

    expect(runs.flat()).toEqual(["1_make", "2_fill"]);
    expect(await setUpDatabase(database, folder)).toEqual([]);
  });

  test("and a migration that fails leaves nothing of itself behind, and says which line", async () => {
    writeMigration("1_make", "CREATE TABLE thing (id int);\nINSERT INTO nowhere VALUES (1);");
    const database = await freshDatabase({ empty: true });

    await expect(setUpDatabase(database, folder)).rejects.toThrow(
      /1_make failed and was undone.*"nowhere".*\(line 2\)/,
    );

    const owner = await connectAsOwner(database);
    const { rows } = await owner.query("SELECT to_regclass('thing') AS thing");
    expect(rows).toEqual([{ thing: null }]);
    writeMigration("1_make", "CREATE TABLE thing (id int)");
    expect(await setUpDatabase(database, folder)).toEqual(["1_make"]);
  });

  test("and am stopped when an applied migration was edited, or is unknown to this version", async () => {
    writeMigration("1_make", "CREATE TABLE thing (id int)");
    const database = await freshDatabase({ empty: true });
    await setUpDatabase(database, folder);

    writeMigration("1_make", "CREATE TABLE thing (id bigint)");
    await expect(setUpDatabase(database, folder)).rejects.toThrow("1_make/migration.sql was changed after");

    rmSync(join(folder, "1_make"), { recursive: true });
    await expect(setUpDatabase(database, folder)).rejects.toThrow("1_make, which this version does not know");
  });

  test("and a migration may not end the transaction it is in", async () => {
    writeMigration("1_make", "CREATE TABLE thing (id int);\nCOMMIT;");

    await expect(setUpDatabase(await freshDatabase({ empty: true }), folder)).rejects.toThrow(
      "migration.sql:2",
    );
  });

  test("and a change of data that row-level security would filter fails instead of changing nothing", async () => {
    writeMigration(
      "1_make",
      `CREATE TABLE thing (id int); INSERT INTO thing VALUES (1);
       ALTER TABLE thing ENABLE ROW LEVEL SECURITY; ALTER TABLE thing FORCE ROW LEVEL SECURITY;`,
    );
    writeMigration("2_change", "UPDATE thing SET id = 2");

    await expect(setUpDatabase(await freshDatabase({ empty: true }), folder)).rejects.toThrow(
      /2_change .*row-level security/,
    );
  });
});

describe("the application's role", () => {
  test.each([
    ["make a table", "CREATE TABLE mine (id int)"],
    ["make a temporary table", "CREATE TEMP TABLE mine (id int)"],
    ["make a schema", "CREATE SCHEMA mine"],
    ["empty a table", "TRUNCATE person"],
    ["rewrite which migrations were applied", "DELETE FROM _prisma_migrations"],
    ["switch a trigger off", "ALTER TABLE audit_event DISABLE TRIGGER ALL"],
    ["become the owner", "SET ROLE digital_maturity_owner"],
  ])("may not %s", async (_, statement) => {
    const app = await connectAsApp();
    await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  test("is told apart from the owner: one address for both is refused", async () => {
    const { ownerUrl } = await freshDatabase({ empty: true });
    await expect(setUpDatabase({ ownerUrl, appUrl: ownerUrl })).rejects.toThrow("needs a role of its own");
  });

  test("cannot be given with a password that is not its own", async () => {
    const database = await freshDatabase({ empty: true });
    const appUrl = database.appUrl.replace(/:[^:@]*@/, ":wrong@");
    await expect(setUpDatabase({ ...database, appUrl })).rejects.toThrow(/cannot sign in .*password/);
  });
});
