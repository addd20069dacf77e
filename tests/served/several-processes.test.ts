import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileDatabase } from "@/tests/support/database";
import { type Served, serve } from "@/tests/support/served";

let served: Served;

beforeAll(async () => {
  served = await serve(fileDatabase().appUrl, { WEB_CONCURRENCY: "2" });
}, 60_000);

afterAll(() => served.stop());

/** The two processes that serve, once as many as this in all have come so far that they take connections. */
async function bothProcesses(startedInAll: number): Promise<number[]> {
  for (let tries = 0; tries < 600; tries += 1) {
    const processes = await served.processes();
    const ready = served.printed().match(/Ready in/g)?.length ?? 0;
    if (processes.length === 2 && ready === startedInAll) return processes;
    await pause(100);
  }
  throw new Error(`There were not two processes within a minute:\n${served.printed()}`);
}

/** As a browser does, it asks again where a connection that it kept was closed as it sent. */
async function ask(): Promise<number> {
  const send = () => served.ask("/rapid-check");
  const reply = await send().catch((error: Error & { cause?: { code?: string } }) => {
    if (["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(error.cause?.code ?? "")) return send();
    throw error;
  });
  await reply.text();
  return reply.status;
}

async function connected(port: number, host: string): Promise<Socket> {
  const socket = connect(port, host);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

const asked = (times: number) => Promise.all(Array.from({ length: times }, ask));

test("one process is killed: the other goes on, and a new one takes its place", async () => {
  const [killed = 0, other = 0] = await bothProcesses(2);
  process.kill(killed, "SIGKILL");
  while ((await served.processes()).includes(killed)) await pause(10);
  expect(await asked(20)).toEqual(Array(20).fill(200));
  const after = await bothProcesses(3);
  expect(after).toContain(other);
  expect(after).not.toContain(killed);
  expect(served.printed()).toContain(`Process ${killed} of the service ended (SIGKILL)`);
}, 120_000);

test("one process is told to end while people use the service: nobody sees an error", async () => {
  const [ended = 0] = await bothProcesses(3);
  // As browsers do, some connections are made ahead of time, and nothing goes over them.
  const { hostname, port } = new URL(served.origin);
  const ahead = await Promise.all(Array.from({ length: 6 }, () => connected(Number(port), hostname)));
  process.kill(ended, "SIGTERM");
  const seen = new Set<number>();
  while ((await served.processes()).includes(ended)) for (const status of await asked(10)) seen.add(status);
  for (const status of await asked(10)) seen.add(status);
  expect([...seen]).toEqual([200]);
  for (const socket of ahead) socket.destroy();
  expect(await bothProcesses(4)).not.toContain(ended);
  // Less than the minute for which Node would wait for a connection that says nothing.
}, 58_000);

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
