import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { answerHistory } from "@/lib/data/answer-history";
import { assign } from "@/lib/data/assignments";
import { broughtFrom } from "@/lib/data/brought-from";
import { confirmAnswers } from "@/lib/data/confirm-answers";
import { copyAnswer, copyTargets } from "@/lib/data/copy-answer";
import { actionHistory } from "@/lib/data/action-history";
import { actionPlaces, copyPlannedAction } from "@/lib/data/copy-planned-action";
import { planOf } from "@/lib/data/plan";
import { addAction } from "@/lib/data/planned-actions";
import { aCost, anAction } from "@/tests/support/plan";
import { copyEvidence, evidencePlaces } from "@/lib/data/copy-evidence";
import { changeEvidence, confirmEvidence, getEvidence, removeEvidence } from "@/lib/data/evidence";
import { evidenceFor, linkEvidence } from "@/lib/data/evidence-links";
import { giveAccess } from "@/lib/data/grants";
import { looksAt } from "@/lib/data/access-log";
import { addMembership } from "@/lib/data/memberships";
import { dayOf } from "@/lib/report/dates";
import { aPiece, keptPiece } from "@/tests/support/evidence";
import { save, startedRound, tasksIn } from "@/tests/support/round";
import { asTheyAre, makeOrganisation, makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let other: Trust;
let lead: CurrentUser;
let both: CurrentUser;
let round: string;
let elsewhere: string;

beforeAll(async () => {
  [trust, other] = [await makeTrust(["acute", "community"]), await makeTrust(["community"])];
  lead = await trust.let("digital_lead");
  const theirs = await other.let("digital_lead");
  round = await startedRound(lead, trust.id, { careSettings: ["acute", "community"] });
  elsewhere = await startedRound(theirs, other.id, { careSettings: ["community"] });
  await addMembership(systemActor(other.id), {
    organisationId: other.id,
    personId: lead.personId,
    role: "digital_lead",
  });
  both = await asTheyAre(lead.personId);
});

async function settingTask() {
  const task = (await tasksIn(lead, round)).find(({ scope }) => scope === "acute");
  if (!task) throw new Error("Nothing is answered for each care setting");
  return { assessmentId: round, capabilityId: task.capability.id, scope: "acute" };
}

describe("I answered for one care setting, and the other is much the same", () => {
  test("the copy says all the answer says, waits to be confirmed, and its history says where it is from", async () => {
    const from = await settingTask();
    await save(lead, from, { version: 0, level: 3, note: "As agreed", confidence: "high" });
    const targets = await copyTargets(lead, from);
    expect(targets).toEqual([
      expect.objectContaining({ assessmentId: round, scope: "community", version: 0, level: null }),
    ]);
    const to = { assessmentId: round, scope: "community", version: 0 };
    expect(await copyAnswer(lead, from, to, randomUUID())).toMatchObject({ kind: "saved" });
    const task = (await tasksIn(lead, round)).find(
      ({ capability, scope }) => capability.id === from.capabilityId && scope === "community",
    );
    expect(task).toMatchObject({
      status: "carried_forward",
      answer: { note: "As agreed", confidence: "high", carriedForward: true },
    });
    const history = await answerHistory(lead, { ...from, scope: "community" });
    expect(history?.revisions[0]).toMatchObject({ kind: "copied", because: { copiedFrom: "acute" } });
    expect(history?.places.get(1)).toEqual({ scope: "acute", trust: null });
  });

  test("what a colleague saved there meanwhile is not overwritten", async () => {
    const from = await settingTask();
    await save(lead, { ...from, scope: "community" }, { version: 1, level: 4 });
    const to = { assessmentId: round, scope: "community", version: 1 };
    expect(await copyAnswer(lead, from, to, randomUUID())).toMatchObject({
      kind: "stale",
      current: { version: 2 },
    });
  });

  test("to another trust only by somebody who leads both", async () => {
    const from = await settingTask();
    const to = { assessmentId: elsewhere, scope: "community", version: 0 };
    expect(await copyAnswer(lead, from, to, randomUUID())).toEqual({ kind: "not_found" });
    expect((await copyTargets(both, from))?.map(({ organisation }) => organisation)).toContain(other.name);
    expect(await copyAnswer(both, from, to, randomUUID())).toMatchObject({ kind: "saved" });
    const there = { assessmentId: elsewhere, capabilityId: from.capabilityId, scope: "community" };
    const theirs = await other.let("digital_lead");
    const cameFrom = { scope: "acute", trust: trust.name };
    expect(await broughtFrom(theirs, there)).toEqual({ kind: "copied", ...cameFrom });
    expect((await answerHistory(theirs, there))?.places.get(1)).toEqual(cameFrom);
    const approver = await trust.let("approver");
    expect(await copyAnswer(approver, from, to, randomUUID())).toEqual({ kind: "not_found" });
  });
});

describe("what shows an answer of one trust of the group shows the same in the other", () => {
  const asked = { assessmentId: "", capabilityId: "c01-2", scope: "organisation" };
  let piece = "";
  let copy = "";

  beforeAll(async () => {
    piece = await keptPiece(lead, trust.id, { grade: "verified", verifiedBy: "third_line" });
    await linkEvidence(lead, { ...asked, assessmentId: round }, piece, false);
    // A question of a care setting that the other trust does not have.
    const { capabilityId } = await settingTask();
    await linkEvidence(lead, { assessmentId: round, capabilityId, scope: "acute" }, piece, false);
  });

  const spokenFor = () => evidenceFor(both, { ...asked, assessmentId: elsewhere });

  test("I copy it there once, however often I press; for whoever leads both alone", async () => {
    const contributor = await trust.let("contributor");
    await addMembership(systemActor(other.id), {
      organisationId: other.id,
      personId: contributor.personId,
      role: "contributor",
    });
    const inBoth = await asTheyAre(contributor.personId);
    expect(await evidencePlaces(inBoth, trust.id, { id: piece, copiedPieceId: null })).toEqual([]);
    expect(await copyEvidence(inBoth, trust.id, piece, other.id)).toEqual({ kind: "not_found" });
    expect(await copyEvidence(lead, trust.id, piece, other.id)).toEqual({ kind: "not_found" });
    expect(await copyEvidence(await other.let("digital_lead"), trust.id, piece, other.id)).toEqual({
      kind: "not_found",
    });
    expect(await evidencePlaces(lead, trust.id, { id: piece, copiedPieceId: null })).toEqual([]);
    const pressed = await Promise.all([1, 2, 3].map(() => copyEvidence(both, trust.id, piece, other.id)));
    expect(pressed.map(({ kind }) => kind).sort()).toEqual(["copied", "there", "there"]);
    const [place] = await evidencePlaces(both, trust.id, { id: piece, copiedPieceId: null });
    expect(place).toMatchObject({ organisationId: other.id, name: other.name });
    copy = place?.copy ?? "";
  });

  test("there it is documented at most, says where it is from, and speaks for nothing until confirmed", async () => {
    const theirs = await other.let("digital_lead");
    expect(await getEvidence(theirs, other.id, copy)).toMatchObject({
      ...{ title: "Restore test", grade: "documented", verifiedBy: null },
      ...{ copiedFrom: trust.name, copiedPieceId: piece, toConfirm: true },
      links: [{ capabilityId: "c01-2", scope: "organisation", counter: false }],
    });
    expect(await spokenFor()).toEqual([]);
    const place = { ...asked, assessmentId: elsewhere };
    expect(await linkEvidence(theirs, { ...place, capabilityId: "c01-3" }, copy, false)).toBe(false);
    expect(await copyEvidence(both, other.id, copy, trust.id)).toEqual({ kind: "not_found" });

    expect(await confirmEvidence(await other.let("approver"), other.id, copy, 1)).toEqual({
      kind: "not_found",
    });
    expect(await confirmEvidence(theirs, other.id, copy, 1)).toEqual({ kind: "kept", id: copy });
    expect(await spokenFor()).toMatchObject([{ id: copy, counter: false }]);
    expect(await confirmEvidence(theirs, other.id, copy, 1)).toEqual({ kind: "stale" });
    // Back where it came from it stands already.
    expect(await evidencePlaces(both, other.id, { id: copy, copiedPieceId: piece })).toMatchObject([
      { name: trust.name, copy: piece },
    ]);
    expect(await copyEvidence(both, other.id, copy, trust.id)).toMatchObject({ kind: "there" });
  });

  test("once it was taken out there, it can be copied again; what expired unconfirmed troubles no answer", async () => {
    expect(await removeEvidence(both, other.id, copy, 2)).toMatchObject({ kind: "kept" });
    await save(both, { ...asked, assessmentId: elsewhere }, { version: 0, level: 3 });
    const today = new Date();
    const lastDay = aPiece({ reviewOn: dayOf(today) });
    expect(await changeEvidence(lead, trust.id, piece, 1, lastDay)).toMatchObject({ kind: "kept" });
    const again = await copyEvidence(both, trust.id, piece, other.id);
    if (again.kind !== "copied") throw new Error(again.kind);
    const standing = async () =>
      (await tasksIn(both, elsewhere)).find(({ capability }) => capability.id === "c01-2")?.status;
    vi.useFakeTimers({ now: today.getTime() + 3 * 24 * 60 * 60_000, toFake: ["Date"] });
    try {
      expect(await standing()).toBe("answered");
      await confirmEvidence(both, other.id, again.id, 1);
      expect(await standing()).toBe("carried_forward");
    } finally {
      vi.useRealTimers();
    }
  });

  test("an action of one plan becomes a draft in the other, with what is still to be met there", async () => {
    const { capabilityId } = await settingTask();
    const serves = [
      { capabilityId: "c01-2", scope: "organisation", criteria: ["c01-2-l3-a", "c01-2-l4-a"] },
      { capabilityId, scope: "acute", criteria: [`${capabilityId}-l2-a`] },
    ];
    const funding = { source: "Capital programme", type: "capital" } as const;
    const costs = [aCost({ funding, agreedBy: "Deputy finance director" })];
    const { id: _, version: __, ...content } = anAction({ serves, costs, ownerId: lead.personId });
    const added = await addAction(lead, trust.id, content);
    if (added.kind !== "kept") throw new Error(added.kind);
    expect(await actionPlaces(lead, trust.id, { ...content, id: added.id })).toEqual([]);
    expect(await copyPlannedAction(lead, trust.id, added.id, other.id)).toEqual({ kind: "not_found" });
    const pressed = await Promise.all(
      [1, 2, 3].map(() => copyPlannedAction(both, trust.id, added.id, other.id)),
    );
    const copied = pressed.find(({ kind }) => kind === "copied");
    if (copied?.kind !== "copied") throw new Error("Nothing was copied");
    expect(pressed.map(({ kind }) => kind)).not.toContain("not_found");
    const plan = (await planOf(both, other.id))?.actions ?? [];
    expect(plan.map(({ id }) => id)).toEqual([copied.id]);
    const [there] = plan;
    expect(there).toMatchObject({
      ...{ title: content.title, status: "draft", ownerId: null },
      // Answered there at level 3 by now: only what is above is still to be met.
      serves: [{ capabilityId: "c01-2", scope: "organisation", criteria: ["c01-2-l4-a"] }],
      costs: [{ pounds: 10_000, funding: null, agreedBy: "" }],
    });
    expect(await actionHistory(both, other.id, copied.id)).toMatchObject([
      { change: "copied", from: trust.name },
    ]);
    expect(await copyPlannedAction(both, trust.id, added.id, other.id)).toMatchObject({ kind: "there" });
    expect(await actionPlaces(both, trust.id, { ...content, id: added.id })).toMatchObject([
      { copy: copied.id },
    ]);
    expect((await planOf(await other.let("board_viewer"), other.id))?.actions).toEqual([]);
  });

  test("a group itself, where its lead is at home, has no register to copy to", async () => {
    const group = await makeOrganisation("group");
    const groupLead = await group.let("digital_lead");
    for (const [giver, one] of [
      [lead, trust],
      [both, other],
    ] as const) {
      await giveAccess(giver, one.id, { kind: "group", receiverId: group.id });
    }
    const now = await asTheyAre(groupLead.personId);
    expect(
      (await evidencePlaces(now, trust.id, { id: piece, copiedPieceId: null })).map(({ name }) => name),
    ).toEqual([other.name]);
    expect(await copyEvidence(now, trust.id, piece, group.id)).toEqual({ kind: "not_found" });
    // To look where something can be copied to is no look at what stands there.
    const action = { id: randomUUID(), title: "Any" };
    expect((await actionPlaces(now, trust.id, action)).map(({ name }) => name)).toEqual([other.name]);
    expect(await looksAt(both, other.id)).toEqual([]);
  });

  test("a practice is asked other questions under the same numbers: nothing is copied there", async () => {
    const practice = await makeOrganisation("gp_practice");
    await addMembership(systemActor(practice.id), {
      organisationId: practice.id,
      personId: lead.personId,
      role: "digital_lead",
    });
    const now = await asTheyAre(lead.personId);
    expect(
      (await evidencePlaces(now, trust.id, { id: piece, copiedPieceId: null })).map(({ name }) => name),
    ).toEqual([other.name]);
    expect(await copyEvidence(now, trust.id, piece, practice.id)).toEqual({ kind: "not_found" });
  });
});

describe("I confirm what I know still holds, at once", () => {
  const waiting = async () => (await tasksIn(lead, round)).filter(({ answer }) => answer?.carriedForward);
  const seen = async () =>
    (await waiting()).map(({ capability, scope, answer }) => ({
      capabilityId: capability.id,
      scope,
      version: answer?.version ?? 0,
    }));

  beforeAll(async () => {
    const capabilities = (await tasksIn(lead, round)).filter(({ scope }) => scope === "acute").slice(1, 4);
    for (const { capability } of capabilities) {
      const from = { assessmentId: round, capabilityId: capability.id, scope: "acute" };
      await save(lead, from, { version: 0, level: 2 });
      await copyAnswer(lead, from, { assessmentId: round, scope: "community", version: 0 }, randomUUID());
    }
  });

  test("none of it where somebody changed one since I looked", async () => {
    const shown = await seen();
    expect(shown).toHaveLength(3);
    const stale = shown.map((one, index) => (index === 0 ? { ...one, version: one.version + 1 } : one));
    expect(await confirmAnswers(lead, round, stale)).toMatchObject({ kind: "stale" });
    expect(await waiting()).toHaveLength(3);
  });

  test("but not what a coordinator typed for somebody, who confirms it", async () => {
    const [coordinator, owner] = [await trust.let("coordinator"), await trust.let("contributor")];
    const from = await settingTask();
    const { capabilityId, scope } = from;
    const asked = { questions: [{ capabilityId, scope }], personId: owner.personId, due: null, note: "" };
    await assign(lead, round, asked);
    expect(await save(coordinator, from, { version: 1, level: 1 })).toMatchObject({ kind: "saved" });
    expect(await confirmAnswers(lead, round, [{ capabilityId, scope, version: 2 }])).toEqual({
      kind: "saved",
      answers: 0,
    });
    await save(owner, from, { version: 2, level: 1 });
  });

  test("all of it otherwise, each as a version of its own; and nobody without the right", async () => {
    const shown = await seen();
    const approver = await trust.let("approver");
    expect(await confirmAnswers(approver, round, shown)).toEqual({ kind: "not_found" });
    expect(await confirmAnswers(lead, round, shown)).toEqual({ kind: "saved", answers: 3 });
    expect(await waiting()).toEqual([]);
    const { capabilityId = "", scope = "" } = shown[0] ?? {};
    const history = await answerHistory(lead, { assessmentId: round, capabilityId, scope });
    expect(history?.revisions[0]).toMatchObject({ version: 2, kind: "saved" });
  });
});
