import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { assign } from "@/lib/data/assignments";
import { openChangeChannel, tellChange } from "@/lib/data/change-channel";
import type { LiveChange } from "@/lib/assessment/live-change";
import { followAnswers } from "@/lib/data/live-answers";
import { userOfSession, startSession } from "@/lib/data/sessions";
import { connectAsApp, lookBeneath } from "@/tests/support/database";
import { save, startedRound } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let colleague: CurrentUser;
let contributor: CurrentUser;
let assessmentId: string;
const stops: (() => void)[] = [];

beforeAll(async () => {
  openChangeChannel();
  trust = await makeTrust();
  [lead, colleague, contributor] = [
    await trust.let("digital_lead"),
    await trust.let("digital_lead"),
    await trust.let("contributor"),
  ];
  assessmentId = await startedRound(lead, trust.id);
  const questions = [{ capabilityId: "c06-3", scope: "organisation" }];
  await assign(lead, assessmentId, { questions, personId: contributor.personId, due: null, note: "" });
});
afterAll(() => stops.forEach((stop) => stop()));

const at = (capabilityId: string) => ({ assessmentId, capabilityId, scope: "organisation" });

async function listening(user: CurrentUser, id = assessmentId) {
  const heard: LiveChange[] = [];
  const standings: Readonly<Record<string, number>>[] = [];
  const stop = await followAnswers(user, id, {
    saved: (answer) => heard.push(answer),
    standing: (versions) => standings.push(versions),
    stopping: () => undefined,
  });
  if (stop) stops.push(stop);
  return { heard, standings, follows: stop !== null };
}

describe("a colleague saves while I look on", () => {
  test("I hear what and by whom, but not what they wrote", async () => {
    const { heard, standings } = await listening(lead);
    await expect.poll(() => standings).toHaveLength(1);
    await save(colleague, at("c06-2"), { version: 0, level: 3, note: "For readers only" });
    await expect.poll(() => heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      capabilityId: "c06-2",
      version: 1,
      status: "answered",
      level: { low: 3, high: 3 },
      by: colleague.name,
    });
    expect(JSON.stringify(heard)).not.toContain("For readers only");
  });

  test("as a contributor I hear of my own questions alone", async () => {
    const { heard, standings } = await listening(contributor);
    await expect.poll(() => standings).toEqual([{}]);
    await save(colleague, at("c10-1"), { version: 0, level: 2 });
    await save(colleague, at("c06-3"), { version: 0, level: 2 });
    await expect.poll(() => heard.map(({ capabilityId }) => capabilityId)).toEqual(["c06-3"]);
  });

  test("from another trust, or as a board viewer, I hear nothing at all", async () => {
    const stranger = await (await makeTrust()).let("digital_lead");
    const viewer = await trust.let("board_viewer");
    expect((await listening(stranger)).follows).toBe(false);
    expect((await listening(viewer)).follows).toBe(false);
  });

  test("what another process tells is heard here, and nonsense on the line harms nobody", async () => {
    const { heard } = await listening(lead);
    const app = await connectAsApp();
    await app.query("SELECT pg_notify('answers_changed', 'not JSON')");
    const told = JSON.stringify([{ organisationId: trust.id, ...at("c06-2") }]);
    await app.query("SELECT pg_notify('answers_changed', $1)", [told]);
    await expect.poll(() => heard).toMatchObject([{ capabilityId: "c06-2" }]);
  });

  test("the connection is cut: it comes back by itself, and I learn what I missed", async () => {
    const { heard, standings } = await listening(lead);
    await expect.poll(() => standings).toHaveLength(1);
    const app = await connectAsApp();
    const { rowCount } = await app.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'digital-maturity changes' AND datname = current_database()`,
    );
    expect(rowCount).toBe(1);
    await save(colleague, at("c10-3"), { version: 0, level: 2 });
    await expect.poll(() => standings.at(-1)).toMatchObject({ "c10-3/organisation": 1 });
    await save(colleague, at("c10-3"), { version: 1, level: 3 });
    await expect.poll(() => heard.at(-1)).toMatchObject({ capabilityId: "c10-3", version: 2 });
  });
});

test("listening is no use of the session: it ends when it would have ended", async () => {
  const began = new Date();
  const token = await startSession(lead.personId, { assured: true, now: began });
  const later = new Date(began.getTime() + 20 * 60_000);
  expect(await userOfSession(token, later, false)).not.toBeNull();
  expect(await userOfSession(token, new Date(began.getTime() + 31 * 60_000), false)).toBeNull();
  const rows = await lookBeneath<{ moved: boolean }>(
    "SELECT last_seen_at > created_at AS moved FROM session",
  );
  expect(rows).not.toContainEqual({ moved: true });
});

test("what concerns another assessment is not passed on", async () => {
  const other = await makeTrust();
  const boss = await other.let("digital_lead");
  const { heard } = await listening(boss, await startedRound(boss, other.id));
  tellChange({ organisationId: trust.id, ...at("c06-2") });
  const mine = await listening(lead);
  tellChange({ organisationId: trust.id, ...at("c06-2") });
  await expect.poll(() => mine.heard.length).toBeGreaterThan(0);
  expect(heard).toEqual([]);
});
