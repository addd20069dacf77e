import { join } from "node:path";
import { Client } from "pg";
import { ensureAppRole, letAppRoleIn } from "./app-role";
import { migrate } from "./migrate";
import { checkout } from "./place";

export const migrationsFolder = join(checkout, "prisma", "migrations");

type Addresses = { ownerUrl: string; appUrl: string };

/**
 * Makes a database ready for the application: its role, the tables, the door. May be run again at any time.
 * Returns the names of the migrations applied.
 */
export async function setUpDatabase(
  { ownerUrl, appUrl }: Addresses,
  folder = migrationsFolder,
): Promise<string[]> {
  const owner = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 15_000 });
  await owner.connect();
  try {
    await ensureAppRole(owner, appUrl);
    const applied = await migrate(owner, folder);
    await letAppRoleIn(owner);
    return applied;
  } finally {
    await owner.end();
  }
}
