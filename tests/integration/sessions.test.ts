import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import {
  ABSOLUTE_LIMIT,
  endSession,
  IDLE_LIMIT,
  recordRefusedSignIn,
  startSession,
  userOfSession,
} from "@/lib/data/sessions";
import { lookBeneath } from "@/tests/support/database";
import { makeTrust } from "@/tests/support/trust";

const second = 1000;
const minute = 60 * second;
const start = new Date("2026-11-22T09:00:00Z");
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);

let lead: CurrentUser;
beforeAll(async () => {
  lead = await (await makeTrust()).let("digital_lead", "approver");
});

const signIn = (now = start, replaces?: string) =>
  startSession(lead.personId, { assured: true, now, replaces });
const lastSeen = async (token: string) => {
  const user = await userOfSession(token, start, false);
  const [row] = await lookBeneath<{ at: Date }>("SELECT last_seen_at AS at FROM session WHERE id = $1", [
    user?.sessionId,
  ]);
  return row?.at;
};

describe("I sign in", () => {
  test("and am myself, with everything I am in my trust", async () => {
    const user = await userOfSession(await signIn(), start, true);
    expect(user).toEqual({ ...lead, sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(user?.memberships.map(({ role }) => role)).toEqual(["approver", "digital_lead"]);
  });

  test("my token is 256 random bits, and the database has only its hash", async () => {
    const tokens = await Promise.all([signIn(), signIn()]);
    expect(tokens[0]).not.toBe(tokens[1]);
    for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const rows = await lookBeneath<{ row: string }>("SELECT session::text AS row FROM session");
    expect(rows.filter(({ row }) => tokens.some((token) => row.includes(token)))).toEqual([]);
  });

  test("anew in the same browser, and the session I had is dead", async () => {
    const first = await signIn();
    const second = await signIn(start, first);
    expect(second).not.toBe(first);
    expect(await userOfSession(first, start, true)).toBeNull();
    expect(await userOfSession(second, start, true)).not.toBeNull();
  });

  test("and it is on record that I did, as is a sign-in that was refused", async () => {
    const user = await userOfSession(await signIn(), start, true);
    await recordRefusedSignIn("demo");
    const events = await lookBeneath(
      "SELECT action, subject, actor_id, organisation_id FROM audit_event ORDER BY id DESC LIMIT 2",
    );
    expect(events).toEqual([
      { action: "sign-in.refused", subject: "way:demo", actor_id: null, organisation_id: null },
      {
        action: "session.started",
        subject: `session:${user?.sessionId}`,
        actor_id: lead.personId,
        organisation_id: null,
      },
    ]);
  });
});

describe("I leave the room", () => {
  test("for less than half an hour, and go on; for longer, and have to sign in again", async () => {
    const token = await signIn();
    expect(await userOfSession(token, after(IDLE_LIMIT - second), false)).not.toBeNull();
    expect(await userOfSession(token, after(IDLE_LIMIT), false)).toBeNull();
  });

  test("what I do in between counts, so that half an hour runs from the last of it", async () => {
    const token = await signIn();
    await userOfSession(token, after(20 * minute), true);
    expect(await userOfSession(token, after(45 * minute), false)).not.toBeNull();
    expect(await userOfSession(token, after(50 * minute), false)).toBeNull();
  });

  test("what my browser fetches ahead, or a stream that listens, does not count", async () => {
    const token = await signIn();
    await userOfSession(token, after(20 * minute), false);
    expect(await userOfSession(token, after(31 * minute), false)).toBeNull();
  });

  test("busy all day, and after 12 hours have to sign in again all the same", async () => {
    const token = await signIn();
    for (let passed = 25 * minute; passed < ABSOLUTE_LIMIT; passed += 25 * minute) {
      expect(await userOfSession(token, after(passed), true)).not.toBeNull();
    }
    expect(await userOfSession(token, after(ABSOLUTE_LIMIT - second), true)).not.toBeNull();
    expect(await userOfSession(token, after(ABSOLUTE_LIMIT), true)).toBeNull();
  });
});

describe("the service writes down that I am here", () => {
  test("at most once a minute", async () => {
    const token = await signIn();
    await userOfSession(token, after(59 * second), true);
    expect(await lastSeen(token)).toEqual(start);
    await userOfSession(token, after(60 * second), true);
    expect(await lastSeen(token)).toEqual(after(60 * second));
  });

  test("and a clock that jumps back takes nothing away", async () => {
    const token = await signIn();
    await userOfSession(token, after(5 * minute), true);
    await userOfSession(token, start, true);
    expect(await lastSeen(token)).toEqual(after(5 * minute));
  });
});

describe("I sign out", () => {
  test("and the token is worth nothing from the next request on, whoever has it", async () => {
    const token = await signIn();
    await endSession(token, after(minute));
    expect(await userOfSession(token, after(minute), true)).toBeNull();
    expect(await userOfSession(token, start, true)).toBeNull();
  });

  test("twice, and it is on record once", async () => {
    const token = await signIn();
    const user = await userOfSession(token, start, false);
    await Promise.all([endSession(token, start), endSession(token, start)]);
    const events = await lookBeneath(
      "SELECT FROM audit_event WHERE subject = $1 AND action = 'session.ended'",
      [`session:${user?.sessionId}`],
    );
    expect(events).toHaveLength(1);
  });
});

test.each(["", "x", "a".repeat(43), "'; --", "\u0000", "é".repeat(5000)])(
  "a token nobody was given: %j",
  async (token) => {
    expect(await userOfSession(token, start, true)).toBeNull();
    await endSession(token, start);
  },
);

test("a session that still lacks a factor opens nothing", async () => {
  const token = await startSession(lead.personId, { assured: false, now: start });
  expect(await userOfSession(token, start, true)).toBeNull();
});
