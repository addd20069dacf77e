import type { Client } from "pg";
import PgBoss from "pg-boss";
import { queuePolicy } from "@/lib/jobs/queues";
import { appRole } from "./app-role";

/**
 * Makes the tables of the job queues and a queue for each name, as the role that owns the tables, and lets the
 * application use them. May be run again at any time.
 */
export async function ensureJobQueues(owner: Client, names: readonly string[]): Promise<void> {
  const db = { executeSql: (text: string, values: unknown[]) => owner.query(text, values) };
  const boss = new PgBoss({ db, supervise: false, schedule: false });
  await boss.start();
  const { rows } = await owner.query<{ name: string }>("SELECT name FROM pgboss.queue");
  const known = new Set(rows.map(({ name }) => name));
  for (const name of names) {
    if (!known.has(name)) await boss.createQueue(name, { name, ...queuePolicy });
  }
  await boss.stop({ graceful: false });
  await owner.query(
    `GRANT USAGE ON SCHEMA pgboss TO ${appRole};
     GRANT SELECT ON ALL TABLES IN SCHEMA pgboss TO ${appRole};
     GRANT INSERT, UPDATE, DELETE ON pgboss.job, pgboss.archive TO ${appRole};
     GRANT UPDATE (maintained_on, monitored_on) ON pgboss.version TO ${appRole}`,
  );
}
