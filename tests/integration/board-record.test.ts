import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { boardRecord } from "@/lib/data/board-record";
import { moveChallenge, raiseChallenge } from "@/lib/data/challenges";
import { makeCheckpoint } from "@/lib/data/checkpoints";
import { type MessagePlace, wordingKey, wordMessages } from "@/lib/data/message-wording";
import { planOf } from "@/lib/data/plan";
import { addAction } from "@/lib/data/planned-actions";
import { reopen, sendForReview, signOff } from "@/lib/data/sign-off";
import { lookBeneath } from "@/tests/support/database";
import { anAction } from "@/tests/support/plan";
import { answerEverything, startedRound } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let coordinator: CurrentUser;
let approver: CurrentUser;
let board: CurrentUser;
let stranger: CurrentUser;
let round: string;
let place: MessagePlace;

beforeAll(async () => {
  trust = await makeTrust(["ambulance"]);
  [lead, coordinator, approver, board] = [
    await trust.let("digital_lead"),
    await trust.let("coordinator"),
    await trust.let("approver"),
    await trust.let("board_viewer"),
  ];
  stranger = await (await makeTrust()).let("digital_lead");
  round = await startedRound(lead, trust.id, { careSettings: ["ambulance"] });
  await answerEverything(lead, round, 2);
  await makeCheckpoint(lead, round, "Digital committee");
  await sendForReview(lead, round);
  await signOff(approver, round);
  const record = await boardRecord(lead, trust.id, "private");
  const snapshotId = record?.signOffs[0]?.id ?? "";
  place = { organisationId: trust.id, snapshotId, careSetting: "ambulance", audience: "private" };
});

const wordingFor = async (user: CurrentUser, audience: "private" | "public" = "private") =>
  (await boardRecord(user, trust.id, audience))?.wordings.get(wordingKey(place.snapshotId, "ambulance"));

describe("A board looks at what was signed", () => {
  test("it finds the answers kept with it and no draft; nobody from outside finds anything", async () => {
    const record = await boardRecord(board, trust.id, "private");
    const kept = record?.kept.get(place.snapshotId)?.settings.get("ambulance");
    expect(kept?.answers.get("c06-1")?.criteria).not.toEqual({});
    expect(record?.checkpoints).toEqual([]);
    expect((await boardRecord(lead, trust.id, "private"))?.checkpoints).toMatchObject([
      { kind: "checkpoint", name: "Digital committee" },
    ]);
    expect(await boardRecord(stranger, trust.id, "private")).toBeNull();
  });
});

describe("I word the key messages", () => {
  test("a colleague who opened them before me overwrites nothing, and every wording stays on record", async () => {
    expect(await wordMessages(lead, place, 0, { position: "We are on our way." })).toBe("kept");
    expect(await wordMessages(coordinator, place, 0, { position: "Mine." })).toBe("stale");
    expect(await wordMessages(coordinator, place, 1, { direction: "Steady." })).toBe("kept");
    expect(await wordingFor(board)).toMatchObject({
      version: 2,
      texts: { direction: "Steady." },
      byRole: "Coordinator",
    });
    const all = await lookBeneath<{ texts: object }>(
      "SELECT texts FROM message_wording WHERE organisation_id = $1 ORDER BY version",
      [trust.id],
    );
    expect(all.map(({ texts }) => texts)).toEqual([
      { position: "We are on our way." },
      { direction: "Steady." },
    ]);
  });

  test("those for the public are others, and the record says who worded how many and not what", async () => {
    expect(await wordingFor(board, "public")).toBeUndefined();
    await wordMessages(lead, { ...place, audience: "public" }, 0, { position: "For everybody." });
    expect((await wordingFor(board, "public"))?.texts).toEqual({ position: "For everybody." });
    const events = await lookBeneath<{ detail: Record<string, unknown> }>(
      "SELECT detail FROM audit_event WHERE action = 'key_messages.worded' AND organisation_id = $1 ORDER BY id",
      [trust.id],
    );
    expect(events.map(({ detail }) => [detail.audience, detail.version, detail.worded])).toEqual([
      ["private", 1, 1],
      ["private", 2, 1],
      ["public", 1, 1],
    ]);
    expect(JSON.stringify(events)).not.toContain("everybody");
  });

  test("the board, an approver and another trust's lead may not", async () => {
    for (const user of [board, approver, stranger]) {
      expect(await wordMessages(user, place, 2, { position: "Not mine to say." })).toBe("not_found");
    }
  });

  test("nothing that was never signed off can be worded", async () => {
    const elsewhere = { ...place, snapshotId: crypto.randomUUID() };
    expect(await wordMessages(lead, elsewhere, 0, { position: "Of nothing." })).toBe("not_found");
  });
});

test("opened again, the round says that it is being revised, and the signed answers stay what the board sees", async () => {
  const signed = await boardRecord(board, trust.id, "private");
  await reopen(approver, round, "A figure was wrong");
  const record = await boardRecord(board, trust.id, "private");
  expect(record?.beingRevised).toEqual(new Set([round]));
  expect(record?.kept).toEqual(signed?.kept);
});

test("opened again and challenged, the board is told of challenges until they are settled", async () => {
  const reviewer = await trust.let("reviewer");
  const address = { assessmentId: round, capabilityId: "c06-1", scope: "organisation" };
  const open = async () => (await boardRecord(board, trust.id, "private"))?.openChallenges.get(round);
  expect(await open()).toBe(0);
  const raised = await raiseChallenge(reviewer, address, { level: 1, reason: "It was not seen." });
  const id = raised.kind === "raised" ? raised.id : "";
  expect(await open()).toBe(1);
  expect(await moveChallenge(lead, address, id, { do: "answer", text: "It is on the shelf." })).toEqual({
    kind: "done",
  });
  expect(await open()).toBe(1);
  expect(await moveChallenge(lead, address, id, { do: "uphold", text: "It was shown." })).toEqual({
    kind: "done",
  });
  expect(await open()).toBe(0);
});

test("the plan comes with it, as far as its reader may see it on its own page", async () => {
  const { id: _id, version: _version, ...content } = anAction();
  for (const capabilityId of ["c01-1", "c06-3"]) {
    const serves = [{ capabilityId, scope: "organisation", criteria: [] }];
    await addAction(lead, trust.id, { ...content, serves });
  }
  for (const [user, hidden] of [[lead, 0] as const, [board, 1] as const]) {
    const record = await boardRecord(user, trust.id, "private");
    expect(record?.plan).toMatchObject({ hidden });
    expect(record?.plan).toEqual(await planOf(user, trust.id));
  }
});
