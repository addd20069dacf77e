import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import PgBoss from "pg-boss";
import { databaseUrl } from "@/lib/env";
import { logger } from "@/lib/logger";
import { type Job, jobs } from "./jobs";
import { queueOptions } from "./queues";
import { takeTurn } from "./turn";

const second = 1000;
/** How long to leave a database alone that did not answer. */
const restSeconds = 10;

export type Runner = {
  /** Takes no new run, lets those under way end, and closes the connections. */
  stop(): Promise<void>;
};

/**
 * Does the jobs in this process from now on, beside any number of other processes that do the same: each run is done
 * by one of them. While the database is away it waits, and says so once.
 */
export function startJobs(list: readonly Job[] = jobs): Runner {
  const stopping = new AbortController();
  const trouble = noteTrouble();
  const done = list.length === 0 ? Promise.resolve() : runAll(list, stopping.signal, trouble);
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

type Trouble = { begins(error: unknown): void; ends(): void };

async function runAll(list: readonly Job[], stopping: AbortSignal, trouble: Trouble): Promise<void> {
  const boss = await open(stopping, trouble);
  if (!boss) return;
  await Promise.all(list.map((job) => keepAtIt(boss, job, stopping, trouble)));
  await boss.stop({ graceful: false }).catch(trouble.begins);
}

/** Null where the process ends before the queues could be reached. */
async function open(stopping: AbortSignal, trouble: Trouble): Promise<PgBoss | null> {
  while (!stopping.aborted) {
    const boss = new PgBoss({
      connectionString: databaseUrl(),
      application_name: "digital-maturity jobs",
      max: 2,
      // The application's role may make nothing: tables and queues come from `npm run db:setup`.
      migrate: false,
      // Runs are asked for by `takeTurn`, which needs no second clock.
      schedule: false,
      ...queueOptions,
    });
    boss.on("error", trouble.begins);
    try {
      await boss.start();
      trouble.ends();
      return boss;
    } catch (error) {
      trouble.begins(error);
      await rest(restSeconds, stopping);
    }
  }
  return null;
}

async function keepAtIt(boss: PgBoss, job: Job, stopping: AbortSignal, trouble: Trouble): Promise<void> {
  while (!stopping.aborted) {
    let seconds = job.everySeconds;
    try {
      await takeTurn(boss, job, new Date());
      trouble.ends();
    } catch (error) {
      trouble.begins(error);
      seconds = Math.max(seconds, restSeconds);
    }
    await rest(seconds, stopping);
  }
}

async function rest(seconds: number, stopping: AbortSignal): Promise<void> {
  // Nobody is kept from ending by a job that is not due.
  await pause(seconds * second, undefined, { signal: stopping, ref: false }).catch(() => undefined);
}

/** One line when the queues cannot be reached and one when they can again, however many jobs notice. */
function noteTrouble(): Trouble {
  let noted = false;
  return {
    begins: (err) => {
      if (!noted)
        logger().warn(
          { err },
          "Jobs wait: their queues cannot be reached, or `npm run db:setup` was not run",
        );
      noted = true;
    },
    ends: () => {
      if (noted) logger().info("Jobs go on");
      noted = false;
    },
  };
}
