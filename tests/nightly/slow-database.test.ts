import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSession } from "@/lib/data/sessions";
import { answerApiPath, answerPagePath } from "@/lib/http/addresses";
import { connectAsOwner, fileDatabase, lookBeneath } from "@/tests/support/database";
import { startedRound, tasksIn } from "@/tests/support/round";
import { ORIGIN, type Served, serve, SESSION_COOKIE } from "@/tests/support/served";
import { type SlowRoad, slowRoadTo } from "@/tests/support/slow-road";
import { makeTrust } from "@/tests/support/trust";

const second = 1000;
/** More than the connections a process has, so that those who wait for one are seen as well. */
const people = 15;

type Save = {
  place: { assessmentId: string; capabilityId: string; scope: string };
  key: string;
  note: string;
};

let road: SlowRoad;
let served: Served;
let cookie = "";
let places: Save["place"][] = [];

beforeAll(async () => {
  const trust = await makeTrust();
  const lead = await trust.let("digital_lead");
  const assessmentId = await startedRound(lead, trust.id);
  const tasks = (await tasksIn(lead, assessmentId)).slice(0, people);
  places = tasks.map(({ capability, scope }) => ({ assessmentId, capabilityId: capability.id, scope }));
  cookie = `${SESSION_COOKIE}=${await startSession(lead.personId, { assured: true, now: new Date() })}`;
  road = await slowRoadTo(fileDatabase().appUrl);
  served = await serve(road.url);
});
afterAll(async () => {
  road?.clear();
  await served?.stop();
  await road?.close();
});

let round = 0;
const saves = (): Save[] => {
  round += 1;
  return places.map((place) => ({
    place,
    key: randomUUID(),
    note: `${place.capabilityId} in round ${round}`,
  }));
};

/** Sends a save as the page does, against the version that was read before the trouble. */
async function put({ place, key, note }: Save, version: number): Promise<number> {
  const reply = await served.ask(answerApiPath(place), {
    method: "PUT",
    headers: { cookie, origin: ORIGIN, "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({ version, level: 2, note }),
  });
  const body = (await reply.json()) as { title?: string };
  if (reply.status === 503) expect(body.title).toBe("The answer could not be saved just now. Try again");
  return reply.status;
}

/** Everybody saves at once, and the process says meanwhile that it lives. */
async function allSave(version: number): Promise<{ saves: Save[]; statuses: number[] }> {
  const mine = saves();
  const sent = Promise.all(mine.map((save) => put(save, version)));
  const health = await served.ask("/api/health");
  expect(health.status).toBe(200);
  return { saves: mine, statuses: await sent };
}

/** What got no 200 is sent again under its key; then each stands once, at the next version. */
async function expectAllSaved(
  { saves: sent, statuses }: Awaited<ReturnType<typeof allSave>>,
  version: number,
) {
  for (const [index, save] of sent.entries()) {
    if (statuses[index] !== 200) expect(await put(save, version)).toBe(200);
  }
  const rows = await lookBeneath<{ note: string; count: number }>(
    `SELECT value ->> 'note' AS note, count(*)::int AS count FROM answer_revision
     WHERE version = $1 GROUP BY value ->> 'note'`,
    [version + 1],
  );
  expect(new Map(rows.map(({ note, count }) => [note, count]))).toEqual(
    new Map(sent.map(({ note }) => [note, 1])),
  );
}

describe("the database answers late (DB-3)", () => {
  test.each([2, 10])(
    "%i seconds late: each save is answered, in words where it was not made",
    async (late) => {
      const version = round;
      road.delay(late * second);
      const outcome = await allSave(version);
      expect(outcome.statuses.filter((status) => ![200, 503].includes(status))).toEqual([]);
      road.clear();
      await expectAllSaved(outcome, version);
    },
  );

  test("not at all: everybody is told to try again, and once it answers the next page is there", async () => {
    const version = round;
    road.block();
    const outcome = await allSave(version);
    expect(new Set(outcome.statuses)).toEqual(new Set([503]));
    expect((await served.ask("/api/health/ready")).status).toBe(503);
    road.clear();
    await expect.poll(async () => (await served.ask("/api/health/ready")).status).toBe(200);
    await expectAllSaved(outcome, version);
    for (const place of places) {
      expect((await served.ask(answerPagePath(place), { headers: { cookie } })).status).toBe(200);
    }
    expect(served.printed()).not.toMatch(/unhandledRejection|uncaughtException/);
  });
});

test("a migration holds the table under a report: saves are told to try again, and go in once it is done (DB-5)", async () => {
  const version = round;
  const migration = await connectAsOwner();
  await migration.query("BEGIN");
  await migration.query("LOCK TABLE answer IN ACCESS EXCLUSIVE MODE");
  const outcome = await allSave(version);
  expect(new Set(outcome.statuses)).toEqual(new Set([503]));
  await migration.query("ROLLBACK");
  await expectAllSaved(outcome, version);
});
