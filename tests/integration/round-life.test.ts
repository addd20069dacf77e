import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { assessmentsOf, getAssessment } from "@/lib/data/assessments";
import { getAnswer } from "@/lib/data/answers";
import { broughtFrom } from "@/lib/data/brought-from";
import { confirmAnswers } from "@/lib/data/confirm-answers";
import { giveView } from "@/lib/data/give-view";
import { lastReturn, returnsOf } from "@/lib/data/round-returns";
import { restoreAnswer } from "@/lib/data/restore-answer";
import { resultOf } from "@/lib/data/results";
import { deleteEmptyRound, startRound } from "@/lib/data/rounds";
import { returnToTeam, sendForReview, signOff } from "@/lib/data/sign-off";
import { signOffsOf } from "@/lib/data/snapshots";
import { viewsOf } from "@/lib/data/views-of";
import { askForViews } from "@/lib/data/voices";
import { answerAll, save, startedRound, tasksIn } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

const never = (): never => {
  throw new Error("There is no such round");
};

let trust: Trust;
let lead: CurrentUser;
let approver: CurrentUser;
let board: CurrentUser;
let first: string;

beforeAll(async () => {
  trust = await makeTrust(["ambulance"]);
  lead = await trust.let("digital_lead", "approver");
  approver = await trust.let("approver");
  board = await trust.let("board_viewer");
  first = await startedRound(lead, trust.id, { careSettings: ["ambulance"] });
});

describe("a round from its start to its signature", () => {
  test("there is one open round at a time, and only a digital lead starts one", async () => {
    const next = { round: "2027/28", careSettings: ["ambulance" as const] };
    expect(await startRound(lead, trust.id, next)).toEqual({ kind: "another_is_open", id: first });
    expect(await startRound(approver, trust.id, next)).toEqual({ kind: "not_found" });
    expect(await startRound(lead, trust.id, { ...next, round: "next year" })).toMatchObject({
      kind: "invalid",
    });
  });

  test("though two leads start different ones at the same moment", async () => {
    const other = await makeTrust(["ambulance"]);
    const leads = await Promise.all([other.let("digital_lead"), other.let("digital_lead")]);
    const started = await Promise.all(
      ["2026/27", "2027/28"].map((round, index) =>
        startRound(leads[index] ?? lead, other.id, { round, careSettings: ["ambulance"] }),
      ),
    );
    expect(started.map(({ kind }) => kind).sort()).toEqual(["another_is_open", "started"]);
  });

  test("it cannot be sent while something is unanswered", async () => {
    const tasks = await tasksIn(lead, first);
    expect(await sendForReview(lead, first)).toEqual({ kind: "blocked", blocking: tasks.length });
    expect(await getAssessment(lead, first)).toMatchObject({ state: "in_progress", sentAt: null });
  });

  test("in review no answer changes; given back, answers can be changed again, and I read why", async () => {
    await answerAll(lead, first, 3);
    const place = { assessmentId: first, capabilityId: "c06-3", scope: "organisation" };
    expect(await sendForReview(lead, first)).toEqual({ kind: "moved" });
    expect(await sendForReview(lead, first)).toEqual({ kind: "wrong_state" });
    expect(await save(lead, place, { version: 1, level: 2 })).toMatchObject({
      kind: "locked",
      current: { version: 1 },
    });
    expect(await returnToTeam(approver, first, "  ")).toEqual({ kind: "reason_missing" });
    expect(await returnToTeam(board, first, "Too early")).toEqual({ kind: "not_found" });
    expect(await returnToTeam(approver, first, "6.3 has no test behind it")).toEqual({ kind: "moved" });
    const why = { reason: "6.3 has no test behind it", byName: approver.name };
    const inHand = async () => (await getAssessment(lead, first)) ?? never();
    expect(await lastReturn(lead, await inHand())).toMatchObject(why);
    expect(await save(lead, place, { version: 1, level: 2 })).toMatchObject({ kind: "saved" });
    // Sent once more it is nobody's notice any longer, and stays on record with the next reason beside it.
    await sendForReview(lead, first);
    expect(await lastReturn(lead, await inHand())).toBeNull();
    await returnToTeam(lead, first, "I sent it too early");
    expect(await returnsOf(approver, first)).toMatchObject([{ reason: "I sent it too early" }, why]);
    expect(await returnsOf(board, first)).toEqual([]);
  });

  test("who sent it may not sign it, and the board sees nothing of it until it is signed", async () => {
    await sendForReview(lead, first);
    expect(await signOff(lead, first)).toEqual({ kind: "own_work" });
    expect(await signOff(board, first)).toEqual({ kind: "not_found" });
    expect(await getAssessment(board, first)).toBeNull();
    expect(await resultOf(board, first, "ambulance")).toBeNull();
    expect(await getAssessment(lead, first)).toMatchObject({ state: "in_review" });
  });

  test("signing keeps the result for good and opens the next round from it", async () => {
    const before = await resultOf(lead, first, "ambulance");
    expect(await signOff(approver, first)).toEqual({ kind: "moved" });
    const [snapshot] = await signOffsOf(board, trust.id);
    expect(snapshot).toMatchObject({
      kind: "sign_off",
      round: "2026/27",
      byName: approver.name,
      byRole: "approver",
    });
    expect(snapshot?.results.ambulance).toEqual(before?.result);
    expect(snapshot?.results.ambulance?.heldBy).toContainEqual(
      expect.objectContaining({ capability: "c06-3" }),
    );
    const [open] = await assessmentsOf(lead, trust.id);
    expect(open).toMatchObject({ round: "2027/28", state: "in_progress", careSettings: ["ambulance"] });
    const tasks = await tasksIn(lead, open?.id ?? "");
    expect(new Set(tasks.map(({ status }) => status))).toEqual(new Set(["carried_forward"]));
    const current = await resultOf(lead, open?.id ?? "", "ambulance");
    expect(current?.result.overall).toEqual(before?.result.overall);
    expect(current?.result.stage.final).toBe(false);
    // Whoever signed brought it along; whoever answered is named.
    const place = { assessmentId: open?.id ?? "", capabilityId: "c06-3", scope: "organisation" };
    expect(await broughtFrom(lead, place)).toMatchObject({ round: "2026/27", by: lead.name });
    expect(await broughtFrom(board, place)).toBeNull();
  });

  test("the board sees the signed round and no draft", async () => {
    expect((await assessmentsOf(board, trust.id)).map(({ round }) => round)).toEqual(["2026/27"]);
    expect((await resultOf(board, first, "ambulance"))?.signedOff?.byName).toBe(approver.name);
  });
});

describe("a round nobody has answered", () => {
  test("can be deleted by the lead, with what was carried forward; one with an answer cannot", async () => {
    const [open] = await assessmentsOf(lead, trust.id);
    const id = open?.id ?? "";
    expect(await deleteEmptyRound(approver, id)).toBe("not_found");
    expect(await deleteEmptyRound(lead, id)).toBe("deleted");
    expect(await getAssessment(lead, id)).toBeNull();
    const again = await startedRound(lead, trust.id, { round: "2027/28", careSettings: ["ambulance"] });
    expect((await tasksIn(lead, again)).every(({ status }) => status === "carried_forward")).toBe(true);
    await save(
      lead,
      { assessmentId: again, capabilityId: "c06-3", scope: "organisation" },
      { version: 1, level: 3 },
    );
    const given = { assessmentId: again, capabilityId: "c06-3", scope: "organisation" };
    expect(await broughtFrom(lead, given)).toBeNull();
    expect(await deleteEmptyRound(lead, again)).toBe("has_answers");
    expect(await deleteEmptyRound(lead, first)).toBe("has_answers");
  });

  test("whoever compares it with a view of their own is told who answered, and not before they gave that", async () => {
    const open = (await assessmentsOf(lead, trust.id)).find(({ round }) => round === "2027/28");
    const place = { assessmentId: open?.id ?? "", capabilityId: "c06-2", scope: "organisation" };
    const nurse = await trust.let("contributor");
    const asked = { personIds: [nurse.personId], due: null, note: "" };
    expect(await askForViews(lead, place, asked)).toMatchObject({ kind: "asked" });
    expect((await viewsOf(nurse, place))?.brought).toBeNull();
    expect(await giveView(nurse, place, { version: 0, level: 2 })).toMatchObject({ kind: "given" });
    expect((await viewsOf(nurse, place))?.brought).toMatchObject({ round: "2026/27", by: lead.name });
  });

  test("who undoes confirming what was carried has it as it was: to be confirmed, and who gave it", async () => {
    const [open] = await assessmentsOf(lead, trust.id);
    const place = { assessmentId: open?.id ?? "", capabilityId: "c06-2", scope: "organisation" };
    expect(await getAnswer(lead, place)).toMatchObject({ version: 1, carriedForward: true });
    const seen = { capabilityId: "c06-2", scope: "organisation", version: 1 };
    expect(await confirmAnswers(lead, place.assessmentId, [seen])).toMatchObject({ answers: 1 });
    expect(await getAnswer(lead, place)).toMatchObject({ version: 2, carriedForward: false });
    expect(await broughtFrom(lead, place)).toBeNull();
    const undo = (restore: number, version: number) =>
      restoreAnswer(lead, place, { restore, version, key: randomUUID() });
    await undo(1, 2);
    expect(await getAnswer(lead, place)).toMatchObject({ version: 3, carriedForward: true });
    expect(await broughtFrom(lead, place)).toMatchObject({ round: "2026/27", by: lead.name });
    // Undoing the undoing, and that again.
    await undo(2, 3);
    expect(await broughtFrom(lead, place)).toBeNull();
    await undo(3, 4);
    expect(await broughtFrom(lead, place)).toMatchObject({ round: "2026/27", by: lead.name });
  });
});

describe("signing while somebody is still saving (CC-4)", () => {
  test("every save is in the snapshot or is told that the round is closed", async () => {
    const other = await makeTrust(["community"]);
    const leads = [await other.let("digital_lead"), await other.let("digital_lead")] as const;
    const id = await startedRound(leads[0], other.id, { careSettings: ["community"] });
    await answerAll(leads[0], id, 2);
    const tasks = await tasksIn(leads[0], id);
    const [outcome, ...saves] = await Promise.all([
      sendForReview(leads[1], id),
      ...tasks.map(({ capability, scope }) =>
        save(leads[0], { assessmentId: id, capabilityId: capability.id, scope }, { version: 1, level: 4 }),
      ),
    ]);
    expect(outcome).toEqual({ kind: "moved" });
    const now = new Map(
      (await tasksIn(leads[0], id)).map((task) => [`${task.capability.id} ${task.scope}`, task]),
    );
    tasks.forEach(({ capability, scope }, index) => {
      const saved = saves[index]?.kind === "saved";
      expect(now.get(`${capability.id} ${scope}`)?.answer?.version).toBe(saved ? 2 : 1);
      if (!saved) expect(saves[index]).toMatchObject({ kind: "locked" });
    });
  });
});
