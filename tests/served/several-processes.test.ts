import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileDatabase } from "@/tests/support/database";
import { type Served, serve } from "@/tests/support/served";

let served: Served;

beforeAll(async () => {
  served = await serve(fileDatabase().appUrl, { WEB_CONCURRENCY: "2" });
}, 60_000);

afterAll(() => served.stop());

/** The processes that serve, once there are two of them. */
async function bothProcesses(): Promise<number[]> {
  for (let tries = 0; tries < 300; tries += 1) {
    const processes = await served.processes();
    if (processes.length === 2) return processes;
    await pause(100);
  }
  throw new Error("There were not two processes within 30 seconds.");
}

async function asked(times: number): Promise<number[]> {
  return Promise.all(Array.from({ length: times }, async () => (await served.ask("/rapid-check")).status));
}

test("one process is killed: the other goes on, and a new one takes its place", async () => {
  const [killed = 0, other = 0] = await bothProcesses();
  process.kill(killed, "SIGKILL");
  while ((await served.processes()).includes(killed)) await pause(10);
  expect(await asked(20)).toEqual(Array(20).fill(200));
  const after = await bothProcesses();
  expect(after).toContain(other);
  expect(after).not.toContain(killed);
  expect(served.printed()).toContain(`Process ${killed} of the service ended (SIGKILL)`);
}, 60_000);

test("one process is told to end while people use the service: nobody sees an error", async () => {
  const [ended = 0] = await bothProcesses();
  process.kill(ended, "SIGTERM");
  const seen = new Set<number>();
  while ((await served.processes()).includes(ended)) for (const status of await asked(10)) seen.add(status);
  for (const status of await asked(10)) seen.add(status);
  expect([...seen]).toEqual([200]);
  expect(await bothProcesses()).not.toContain(ended);
}, 60_000);

test("how many is no number: the service does not start, and says what to set", async () => {
  const started = serve(fileDatabase().appUrl, { WEB_CONCURRENCY: "many" });
  await expect(started).rejects.toThrow("WEB_CONCURRENCY must be a whole number from 1 to 64");
});

test("what keeps the service from starting is said once, however many processes there would be", async () => {
  const started = serve(fileDatabase().appUrl, { WEB_CONCURRENCY: "4", AUTH_SECRET: "short" });
  const said = await started.then(
    () => "It serves.",
    (error: unknown) => String(error),
  );
  expect(said.split("AUTH_SECRET must have at least 32")).toHaveLength(2);
});
