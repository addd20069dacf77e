import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isDatabaseDown } from "@/lib/data/database-trouble";
import { Connection } from "@/lib/first-words";
import type { CurrentUser } from "@/lib/access/user";
import { connectAsApp, connectAsOwner, fileDatabase } from "@/tests/support/database";
import { save, startedRound } from "@/tests/support/round";
import { type SlowRoad, slowRoadTo } from "@/tests/support/slow-road";
import { makeTrust } from "@/tests/support/trust";

let lead: CurrentUser;
let assessmentId: string;
let road: SlowRoad;

beforeAll(async () => {
  const trust = await makeTrust();
  lead = await trust.let("digital_lead");
  assessmentId = await startedRound(lead, trust.id);
  road = await slowRoadTo(fileDatabase().appUrl);
});
afterAll(() => road.close());

const place = () => ({ assessmentId, capabilityId: "c01-2", scope: "organisation" });

test("a long report runs, a migration waits behind it, and my save does not wait behind both (DB-5)", async () => {
  const report = await connectAsOwner();
  const migration = await connectAsOwner();
  const look = await connectAsApp();
  await report.query("BEGIN");
  await report.query("SELECT count(*) FROM answer");
  const { rows: own } = await migration.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const [pid] = own.map((row) => row.pid);
  const waiting = migration.query("ALTER TABLE answer ADD COLUMN later text").catch(() => "given up");
  const waits = "SELECT FROM pg_locks WHERE pid = $1 AND NOT granted";
  await expect.poll(async () => (await look.query(waits, [pid])).rows.length).toBe(1);
  // The limit on waiting for a lock ends it (55P03), long before that on running (57014).
  const refused = await save(lead, place(), { version: 0, level: 2 }).catch((error: unknown) => error);
  expect(JSON.stringify(refused)).toContain("55P03");
  expect(isDatabaseDown(refused)).toBe(true);

  await report.query("SELECT pg_cancel_backend($1)", [pid]);
  expect(await waiting).toBe("given up");
  await report.query("ROLLBACK");
  expect(await save(lead, place(), { version: 0, level: 2 })).toMatchObject({ kind: "saved" });
});

describe("the way to the database is blocked, and nobody says so (DB-3)", () => {
  const connection = () => new Connection({ connectionString: road.url, statement_timeout: 100 });

  test("what waits for an answer is given up and counts as the database being away", async () => {
    const clients = [connection(), connection()];
    for (const client of clients) await client.connect();
    road.block();
    const [mine, ofThePool] = clients;
    const waiting = [
      mine?.query("SELECT 1").catch((error: unknown) => error),
      new Promise((resolve) => ofThePool?.query("SELECT 2", (error: unknown) => resolve(error))),
    ];
    for (const error of await Promise.all(waiting)) {
      expect(error).toMatchObject({ message: expect.stringContaining("Connection terminated") });
      expect(isDatabaseDown(error)).toBe(true);
    }
    road.clear();
    const again = connection();
    await again.connect();
    expect((await again.query("SELECT 3 AS three")).rows).toEqual([{ three: 3 }]);
    await again.end();
  });

  test("a statement that the server itself ends is told as that, and the connection goes on", async () => {
    const client = connection();
    await client.connect();
    await expect(client.query("SELECT pg_sleep(5)")).rejects.toMatchObject({ code: "57014" });
    expect((await client.query("SELECT 3 AS three")).rows).toEqual([{ three: 3 }]);
    await client.end();
  });
});
