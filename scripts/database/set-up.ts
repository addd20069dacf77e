import { join } from "node:path";
import { jobs } from "@/lib/jobs/jobs";
import { ensureAppRole, letAppRoleIn } from "./app-role";
import { withConnection } from "./connection";
import { ensureJobQueues } from "./job-queues";
import { migrate } from "./migrate";
import { checkout } from "./place";

const migrationsFolder = join(checkout, "prisma", "migrations");

/** One database by two doors: the role that owns the tables, and the application's role, which owns nothing. */
export type Addresses = { ownerUrl: string; appUrl: string };

/**
 * Makes a database ready for the application: its role, the tables, the queues of its jobs, the door. May be run
 * again at any time.
 * Returns the names of the migrations applied.
 */
export async function setUpDatabase(addresses: Addresses, folder = migrationsFolder): Promise<string[]> {
  const applied = await withConnection(addresses.ownerUrl, async (owner) => {
    await ensureAppRole(owner, addresses.appUrl);
    const names = await migrate(owner, folder);
    await ensureJobQueues(
      owner,
      jobs.map(({ name }) => name),
    );
    await letAppRoleIn(owner);
    return names;
  });
  // A role that was there before may have another password.
  await withConnection(addresses.appUrl, (app) => app.query("SELECT"));
  return applied;
}
