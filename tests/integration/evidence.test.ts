import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import {
  addEvidence,
  changeEvidence,
  evidenceOf,
  getEvidence,
  type NewEvidence,
  removeEvidence,
} from "@/lib/data/evidence";
import { evidenceFor, linkEvidence, unlinkEvidence } from "@/lib/data/evidence-links";
import { resultOf } from "@/lib/data/results";
import { startRound } from "@/lib/data/rounds";
import { sendForReview, signOff } from "@/lib/data/sign-off";
import { dayOf } from "@/lib/report/dates";
import { lookBeneath } from "@/tests/support/database";
import { aPiece, keptPiece } from "@/tests/support/evidence";
import { answerAll, save, startedRound, tasksIn } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

const day = (text: string) => new Date(`${text}T00:00:00Z`);

let trust: Trust;
let lead: CurrentUser;
let stranger: CurrentUser;
let board: CurrentUser;
let round: string;
let kept: string;
const place = (capabilityId: string) => ({ assessmentId: round, capabilityId, scope: "organisation" });

beforeAll(async () => {
  trust = await makeTrust(["ambulance"]);
  [lead, board] = [await trust.let("digital_lead"), await trust.let("board_viewer")];
  stranger = await (await makeTrust()).let("digital_lead");
  round = await startedRound(lead, trust.id, { careSettings: ["ambulance"] });
  await answerAll(lead, round, 4);
});

const add = (changes: Partial<NewEvidence> = {}) => keptPiece(lead, trust.id, changes);

describe("I keep what shows our answers", () => {
  test("once, for many questions; nobody outside the trust, and no board viewer, sees or changes it", async () => {
    kept = await add();
    expect(await linkEvidence(lead, place("c06-1"), kept, false)).toBe(true);
    expect(await linkEvidence(lead, place("c06-2"), kept, false)).toBe(true);
    const clicks = [1, 2, 3].map(() => linkEvidence(lead, place("c06-3"), kept, true));
    expect(await Promise.all(clicks)).toEqual([true, true, true]);
    expect((await getEvidence(lead, trust.id, kept))?.links).toHaveLength(3);
    expect(await evidenceFor(lead, place("c06-3"))).toMatchObject([{ id: kept, counter: true }]);
    for (const who of [stranger, board]) {
      expect(await evidenceOf(who, trust.id)).toBeNull();
      expect(await getEvidence(who, trust.id, kept)).toBeNull();
      expect(await evidenceFor(who, place("c06-1"))).toBeNull();
      expect(await linkEvidence(who, place("c06-2"), kept, false)).toBe(false);
      expect(await unlinkEvidence(who, place("c06-1"), kept)).toBe(false);
      expect(await changeEvidence(who, trust.id, kept, 1, aPiece())).toEqual({ kind: "not_found" });
    }
  });

  test("a second click adds nothing twice; another piece from the same form is one of its own (CC-3)", async () => {
    const key = randomUUID();
    const piece = aPiece({ title: "Clicked twice", reviewOn: day("2027-06-30") });
    const both = await Promise.all([1, 2].map(() => addEvidence(lead, trust.id, piece, key)));
    expect(both).toEqual([1, 2].map(() => ({ kind: "kept", id: key })));
    const other = await addEvidence(lead, trust.id, { ...piece, title: "Typed after" }, key);
    if (other.kind !== "kept") throw new Error(other.kind);
    const titles = (await evidenceOf(lead, trust.id))?.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(["Clicked twice", "Typed after"]));
    expect(titles?.filter((title) => title === "Clicked twice")).toHaveLength(1);
    for (const id of [key, other.id]) await removeEvidence(lead, trust.id, id, 1);
  });

  test("two of us change it at once: the second is told, nothing is overwritten", async () => {
    const outcomes = await Promise.all([
      changeEvidence(lead, trust.id, kept, 1, aPiece({ owner: "One" })),
      changeEvidence(lead, trust.id, kept, 1, aPiece({ owner: "Other" })),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["kept", "stale"]);
    expect(await getEvidence(lead, trust.id, kept)).toMatchObject({ version: 2 });
  });

  test("a link that is no web address is refused by the database as well", async () => {
    await expect(addEvidence(lead, trust.id, aPiece({ url: "javascript:alert(1)" }))).rejects.toThrow();
  });
});

describe("a result stands on what is documented", () => {
  test("the evidenced score counts levels 4 and 5 only with it, and counter-evidence is none", async () => {
    const before = await resultOf(lead, round, "ambulance");
    expect(before?.result.overall?.low).toBe(4);
    expect(before?.evidenced).toMatchObject({ documented: 2 });
    expect(before?.evidenced?.overall?.low).toBeLessThan(3.5);
    expect(before?.evidenced?.overall?.low).toBeGreaterThan(3);
  });

  test("what had expired before I answered is not held against the answer", async () => {
    const late = await add({ title: "Old plan", reviewOn: day("2026-01-31") });
    await linkEvidence(lead, place("c10-1"), late, false);
    expect(await planTask()).toMatchObject({ status: "answered" });
  });

  test("what expires later turns its answer to be confirmed, until it is saved anew", async () => {
    const today = new Date();
    const plan = await add({ title: "Plan", reviewOn: dayOf(today) });
    await linkEvidence(lead, place("c10-1"), plan, false);
    expect(await planTask()).toMatchObject({ status: "answered" });

    vi.useFakeTimers({ now: today.getTime() + THREE_DAYS, toFake: ["Date"] });
    try {
      expect(await planTask()).toMatchObject({
        status: "carried_forward",
        answer: { evidenceExpired: true, version: 1 },
      });
      expect((await resultOf(lead, round, "ambulance"))?.result.stage.final).toBe(false);
      expect(await sendForReview(lead, round)).toEqual({ kind: "blocked", blocking: 1 });
    } finally {
      vi.useRealTimers();
    }
    await removeEvidence(lead, trust.id, plan, 1);
    expect(await getEvidence(lead, trust.id, plan)).toBeNull();
    expect(await save(lead, place("c10-1"), { version: 1, level: 4 })).toMatchObject({ kind: "saved" });
  });
});

const THREE_DAYS = 3 * 24 * 60 * 60_000;

async function planTask() {
  return (await tasksIn(lead, round)).find(({ capability }) => capability.id === "c10-1");
}

test("what is signed off keeps its evidence, and the next year begins with the register", async () => {
  const approver = await trust.let("approver");
  expect(await sendForReview(lead, round)).toEqual({ kind: "moved" });
  expect(await signOff(approver, round)).toEqual({ kind: "moved" });
  const [row] = await lookBeneath<{ evidence: object[]; evidenced: { ambulance: { documented: number } } }>(
    `SELECT evidenced, jsonb_path_query_array(answers, '$.ambulance.answers[*] ? (@.capability == "c06-3").evidence[*]') AS evidence
     FROM snapshot WHERE assessment_id = $1`,
    [round],
  );
  expect(row?.evidence).toMatchObject([{ title: "Restore test", grade: "documented", counter: true }]);
  expect(row?.evidenced.ambulance.documented).toBe(2);

  await unlinkEvidence(lead, place("c06-1"), kept);
  expect((await resultOf(board, round, "ambulance"))?.evidenced?.documented).toBe(2);
  expect(await evidenceOf(lead, trust.id)).not.toEqual([]);
});

test("next year's questions call one by another name and split another: their evidence comes along, and still expires there", async () => {
  const other = await makeTrust(["acute"]);
  const [mine, approver] = [await other.let("digital_lead"), await other.let("approver")];
  const older = { round: "2025/26", careSettings: ["acute"], frameworkVersion: "2025.1" } as const;
  const started = await startRound(mine, other.id, older);
  if (started.kind !== "started") throw new Error(started.kind);
  const at = (assessmentId: string, capabilityId: string) => ({
    assessmentId,
    capabilityId,
    scope: "organisation",
  });
  const today = new Date();
  const reviewOn = dayOf(today);
  const records = await keptPiece(mine, other.id, { title: "Training records", reviewOn });
  const doubt = await keptPiece(mine, other.id, { title: "Staff survey" });
  await linkEvidence(mine, at(started.id, "c02-5"), records, false);
  await linkEvidence(mine, at(started.id, "c02-5"), doubt, true);
  // One that will be split in two.
  await linkEvidence(mine, at(started.id, "c10-5"), doubt, false);
  await answerAll(mine, started.id, 3);
  expect(await sendForReview(mine, started.id)).toEqual({ kind: "moved" });
  expect(await signOff(approver, started.id)).toEqual({ kind: "moved" });

  const [next] = await lookBeneath<{ id: string; framework_version: string }>(
    "SELECT id, framework_version FROM assessment WHERE organisation_id = $1 AND round = '2026/27'",
    [other.id],
  );
  expect(next?.framework_version).not.toBe("2025.1");
  const place = at(next?.id ?? "", "c02-3");
  const linked = await evidenceFor(mine, place);
  expect(linked?.map(({ title, counter }) => [title, counter]).sort()).toEqual([
    ["Staff survey", true],
    ["Training records", false],
  ]);
  expect(await evidenceFor(mine, at(started.id, "c02-5"))).toHaveLength(2);
  for (const part of ["c10-3", "c10-4"]) {
    const along = await evidenceFor(mine, at(next?.id ?? "", part));
    expect([part, along?.map(({ title, counter }) => [title, counter])]).toEqual([
      part,
      [["Staff survey", false]],
    ]);
  }

  await save(mine, place, { version: 0, level: 3 });
  const statusNow = async () =>
    (await tasksIn(mine, place.assessmentId)).find(({ capability }) => capability.id === "c02-3")?.status;
  expect(await statusNow()).toBe("answered");
  vi.useFakeTimers({ now: today.getTime() + THREE_DAYS, toFake: ["Date"] });
  try {
    expect(await statusNow()).toBe("carried_forward");
  } finally {
    vi.useRealTimers();
  }
});
