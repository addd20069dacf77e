import PgBoss from "pg-boss";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Job, jobs } from "@/lib/jobs/jobs";
import { queueOptions } from "@/lib/jobs/queues";
import { type Runner, startJobs } from "@/lib/jobs/runner";
import { takeTurn } from "@/lib/jobs/turn";
import { ensureJobQueues } from "@/scripts/database/job-queues";
import { connectAsApp, connectAsOwner, fileDatabase } from "@/tests/support/database";

const runners: Runner[] = [];
const opened: PgBoss[] = [];

beforeAll(async () => {
  await ensureJobQueues(await connectAsOwner(), ["once", "often", "failing"]);
});

afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
  await Promise.all(opened.splice(0).map((boss) => boss.stop({ graceful: false })));
});

async function queues(): Promise<PgBoss> {
  const connectionString = fileDatabase().appUrl;
  const boss = new PgBoss({ connectionString, migrate: false, schedule: false, max: 2, ...queueOptions });
  await boss.start();
  opened.push(boss);
  return boss;
}

describe("the service does something by itself", () => {
  test("and each stretch of time has one run, however many processes serve", async () => {
    const runs: Date[] = [];
    const job: Job = { name: "once", everySeconds: 86_400, run: async (now) => void runs.push(now) };
    const processes = await Promise.all([queues(), queues(), queues(), queues()]);
    const now = new Date("2026-11-23T09:00:00Z");

    for (let turn = 0; turn < 3; turn += 1) {
      await Promise.all(processes.map((boss) => takeTurn(boss, job, now)));
    }

    expect(runs).toEqual([now]);
  });

  test("and a run that fails is followed by the next", async () => {
    let runs = 0;
    const run = async () => {
      runs += 1;
      if (runs === 1) throw new Error("the first time nothing works");
    };
    runners.push(startJobs([{ name: "failing", everySeconds: 1, run }]));
    await expect.poll(() => runs).toBeGreaterThan(1);
  });

  test("and goes on when its connections were cut, and ends what it is at when it is stopped", async () => {
    let begun = 0;
    let ended = 0;
    const run = async () => {
      begun += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      ended += 1;
    };
    const runner = startJobs([{ name: "often", everySeconds: 1, run }]);
    runners.push(runner);
    await expect.poll(() => ended).toBeGreaterThan(0);
    const app = await connectAsApp();
    const { rowCount } = await app.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'digital-maturity jobs' AND datname = current_database()`,
    );
    expect(rowCount).toBeGreaterThan(0);
    const before = begun;
    await expect.poll(() => begun).toBeGreaterThan(before);

    await runner.stop();
    expect(ended).toBe(begun);
  });
});

describe("the queues are made by set-up", () => {
  test("one for each job, and the application may make none", async () => {
    const app = await connectAsApp();
    const { rows } = await app.query<{ name: string }>("SELECT name FROM pgboss.queue");
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(jobs.map(({ name }) => name)));
    await expect(app.query("SELECT pgboss.create_queue('another', '{}')")).rejects.toThrow(
      /permission denied/,
    );
    await expect(app.query("CREATE TABLE pgboss.mine (id int)")).rejects.toThrow(/permission denied/);
  });
});
