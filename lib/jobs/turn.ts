import type PgBoss from "pg-boss";
import { logger } from "@/lib/logger";
import type { Job } from "./jobs";

/**
 * One process's turn at a job: asks for a run of this stretch of time, which the first process to ask gets queued,
 * and does it if it is there to be had. Throws only where the queue itself fails.
 *
 * Not pg-boss's own worker: it reports a finished job without waiting for the reply, so a database that goes away at
 * that moment becomes a rejection nobody handles.
 */
export async function takeTurn(boss: PgBoss, job: Job, now: Date): Promise<void> {
  await boss.send(job.name, {}, { singletonSeconds: job.everySeconds });
  const [taken] = await boss.fetch(job.name);
  if (!taken) return;
  try {
    await job.run(now);
  } catch (err) {
    logger().error({ err, job: job.name }, "A job failed");
    await boss.fail(job.name, taken.id);
    return;
  }
  await boss.complete(job.name, taken.id);
}
