// Writes the next migration: the SQL that brings the tables of all migrations so far to prisma/schema.prisma.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dropDatabase, makeDatabase } from "./database/databases";
import { startEmbedded } from "./database/embedded-server";
import { checkout } from "./database/place";
import { schemaDifference } from "./database/schema-difference";
import { setUpDatabase } from "./database/set-up";
import { failPlainly } from "./fail-plainly";

await failPlainly(async () => {
  const name = process.argv[2];
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error("Say what the migration does: npm run migration -- add_evidence");
  }
  const server = await startEmbedded("dev");
  const scratch = `migration_${process.pid}`;
  try {
    await makeDatabase(server.ownerUrl("postgres"), scratch);
    await setUpDatabase({ ownerUrl: server.ownerUrl(scratch), appUrl: server.appUrl(scratch) });
    const sql = await schemaDifference(server.ownerUrl(scratch));
    if (!sql) return console.log("The tables are those of prisma/schema.prisma already.");
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = join("prisma", "migrations", `${stamp}_${name}`);
    mkdirSync(join(checkout, folder), { recursive: true });
    writeFileSync(join(checkout, folder, "migration.sql"), sql);
    console.log(
      `Wrote ${join(folder, "migration.sql")}. Add row-level security and rights for new tables by hand.`,
    );
  } finally {
    await dropDatabase(server.ownerUrl("postgres"), scratch);
    await server.release();
  }
});
