import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { answerHistory, answersBefore } from "@/lib/data/answer-history";
import { getAnswer } from "@/lib/data/answers";
import { restoreAnswer } from "@/lib/data/restore-answer";
import { lookBeneath } from "@/tests/support/database";
import { save, startedRound } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let round: string;
let place: { assessmentId: string; capabilityId: string; scope: string };

beforeAll(async () => {
  trust = await makeTrust(["acute"]);
  lead = await trust.let("digital_lead");
  round = await startedRound(lead, trust.id);
  place = { assessmentId: round, capabilityId: "c06-3", scope: "organisation" };
});

const undo = (restore: number, version: number, key: string = randomUUID()) =>
  restoreAnswer(lead, place, { restore, version, key });

describe("I undo what I just changed", () => {
  test("as a version of its own, with everything the one before said", async () => {
    await save(lead, place, { version: 0, level: 2, note: "First", confidence: "low" });
    await save(lead, place, { version: 1, level: 4, note: "Second" });
    const first = await answerHistory(lead, place);
    expect(first?.revisions.map(({ version, kind }) => [version, kind])).toEqual([
      [2, "saved"],
      [1, "saved"],
    ]);

    expect(await undo(1, 2)).toMatchObject({ kind: "saved", reply: { version: 3, level: { low: 2 } } });
    expect(await getAnswer(lead, place)).toMatchObject({ note: "First", confidence: "low", version: 3 });
    const history = await answerHistory(lead, place);
    expect(history?.revisions[0]).toMatchObject({ kind: "undone", because: { restored: 1 } });
    expect(history?.revisions[0]?.content).toEqual(history?.revisions[2]?.content);
    expect(history?.names.get(lead.personId)).toBe(lead.name);
  });

  test("and it is on record, once, though I pressed twice", async () => {
    const key = randomUUID();
    const replies = [await undo(2, 3, key), await undo(2, 3, key)];
    expect(replies[0]).toEqual(replies[1]);
    const events = await lookBeneath<{ action: string }>(
      "SELECT action FROM audit_event WHERE subject = $1 AND action = 'answer.undone'",
      [`answer:${round}/c06-3/organisation`],
    );
    expect(events).toHaveLength(2);
  });

  test("but not where a colleague saved since: theirs stands, and I am shown it", async () => {
    await save(lead, place, { version: 4, level: 3, note: "A colleague's" });
    expect(await undo(1, 4)).toMatchObject({
      kind: "stale",
      current: { version: 5, value: { note: "A colleague's" } },
    });
    expect((await answerHistory(lead, place))?.revisions).toHaveLength(5);
  });

  test("to nothing, where it was the first; and never to a version there is not", async () => {
    const other = { ...place, capabilityId: "c06-2" };
    await save(lead, other, { version: 0, level: 2 });
    const back = await restoreAnswer(lead, other, { restore: 0, version: 1, key: randomUUID() });
    expect(back).toMatchObject({ kind: "saved", reply: { level: { low: 1, high: 5 } } });
    expect(await undo(77, 5)).toEqual({ kind: "not_found" });
  });
});

describe("I look back", () => {
  test("at the round as it stood at a moment", async () => {
    const history = await answerHistory(lead, place);
    const second = history?.revisions.find(({ version }) => version === 2);
    const then = await answersBefore(lead, round, new Date((second?.at.getTime() ?? 0) + 1));
    expect(then?.find(({ capabilityId }) => capabilityId === "c06-3")).toMatchObject({
      version: 2,
      note: "Second",
    });
    expect(await answersBefore(lead, round, new Date("2020-01-01"))).toEqual([]);
  });

  test("nobody of another trust does, and a board viewer sees no names", async () => {
    const stranger = await (await makeTrust()).let("digital_lead");
    const board = await trust.let("board_viewer");
    for (const who of [stranger, board]) {
      expect(await answerHistory(who, place)).toBeNull();
      expect(await answersBefore(who, round, new Date())).toBeNull();
      expect(await restoreAnswer(who, place, { restore: 1, version: 5, key: randomUUID() })).toEqual({
        kind: "not_found",
      });
    }
  });
});
