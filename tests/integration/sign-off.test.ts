import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { assessmentsOf, getAssessment } from "@/lib/data/assessments";
import { assign } from "@/lib/data/assignments";
import { checkpointsOf, getCheckpoint, makeCheckpoint } from "@/lib/data/checkpoints";
import { judgeGap, type NewGapView } from "@/lib/data/gap-views";
import { myQuestions } from "@/lib/data/my-questions";
import { resultOf } from "@/lib/data/results";
import { reopen, sendForReview, signOff } from "@/lib/data/sign-off";
import { signOffRecord } from "@/lib/data/sign-off-record";
import { senderMaySign, setSenderMaySign } from "@/lib/data/sign-off-rule";
import { signOffsOf } from "@/lib/data/snapshots";
import { approveTargets, setTarget } from "@/lib/data/targets";
import { trustOverview } from "@/lib/data/trust-overview";
import { askForViews } from "@/lib/data/voices";
import { targetsIn } from "@/lib/report/targets";
import { lookBeneath } from "@/tests/support/database";
import { answerAll, save, startedRound, tasksIn } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let approver: CurrentUser;
let board: CurrentUser;
let round: string;

beforeAll(async () => {
  trust = await makeTrust(["ambulance"]);
  lead = await trust.let("digital_lead");
  approver = await trust.let("approver");
  board = await trust.let("board_viewer");
  round = await startedRound(lead, trust.id, { careSettings: ["ambulance"] });
});

const place = (assessmentId: string, capabilityId = "c06-3") => ({
  assessmentId,
  capabilityId,
  scope: "organisation",
});

describe("I keep the position for a committee", () => {
  test("as a checkpoint with a name, which the board does not see and no headline counts", async () => {
    await answerAll(lead, round, 3);
    const made = await makeCheckpoint(lead, round, "Digital committee");
    if (made.kind !== "made") throw new Error(made.kind);
    const found = await getCheckpoint(approver, round, made.id);
    expect(found?.snapshot).toMatchObject({ kind: "checkpoint", name: "Digital committee" });
    await save(lead, place(round), { version: 1, level: 2 });
    const kept = await getCheckpoint(lead, round, made.id);
    expect(kept?.snapshot.results).toEqual(found?.snapshot.results);

    expect(await signOffsOf(lead, trust.id)).toEqual([]);
    expect((await trustOverview(lead, trust.id)).signedOff).toEqual([]);
    expect(await checkpointsOf(board, round)).toBeNull();
    expect(await getCheckpoint(board, round, made.id)).toBeNull();
    expect(await makeCheckpoint(approver, round, "Mine")).toEqual({ kind: "not_found" });
    const stranger = await (await makeTrust()).let("digital_lead");
    expect(await getCheckpoint(stranger, round, made.id)).toBeNull();
  });

  test("a second click makes no second one; after an answer changed, the same name does (CC-3)", async () => {
    const key = randomUUID();
    const make = () => makeCheckpoint(lead, round, "Clicked twice", { key });
    expect(await Promise.all([make(), make()])).toEqual([1, 2].map(() => ({ kind: "made", id: key })));
    await save(lead, place(round, "c12-3"), { version: 1, level: 4 });
    const later = await make();
    expect(later).toMatchObject({ kind: "made" });
    expect(later).not.toMatchObject({ id: key });
    const names = (await checkpointsOf(lead, round))?.map(({ name }) => name);
    expect(names?.filter((name) => name === "Clicked twice")).toHaveLength(2);
  });
});

describe("I am digital lead and approver in one", () => {
  test("and may sign what I sent only where the trust allows it, and the record says so", async () => {
    const small = await makeTrust(["ambulance"]);
    const both = await small.let("digital_lead", "approver");
    const id = await startedRound(both, small.id, { careSettings: ["ambulance"] });
    await answerAll(both, id, 2);
    await sendForReview(both, id);
    expect(await signOff(both, id)).toEqual({ kind: "own_work" });

    const colleague = await small.let("approver");
    expect(await setSenderMaySign(colleague, small.id, true)).toBe(false);
    expect(await setSenderMaySign(lead, small.id, true)).toBe(false);
    expect(await setSenderMaySign(both, small.id, true)).toBe(true);
    expect(await senderMaySign(both, small.id)).toBe(true);
    expect(
      await lookBeneath(
        "SELECT detail FROM audit_event WHERE action = 'sign_off_rule.set' AND actor_id = $1",
        [both.personId],
      ),
    ).toEqual([{ detail: { senderMaySign: true } }]);

    expect(await signOff(both, id)).toEqual({ kind: "moved" });
    expect(await signOffRecord(both, id)).toMatchObject({ samePerson: true, byName: both.name });
  });
});

const wanted = { level: 4, by: null, reason: "The board wants it", owner: "Chief digital officer" };
const judged: NewGapView = {
  standing: "now",
  standingReason: "It holds us",
  importance: 3,
  effort: null,
  adjustedReason: "A near miss",
  system: "Backup",
  supplier: "Stored Ltd",
  unblockedBy: "supplier",
  contractEndsOn: new Date("2027-09-30"),
};
const gap = () => ({ assessmentId: round, capabilityId: "c06-3", careSetting: "ambulance" as const });

describe("I agree with my approver what to reach", () => {
  test("and it is kept with what is signed", async () => {
    expect(await setTarget(lead, place(round), wanted, 0)).toBe("done");
    expect(await judgeGap(lead, gap(), judged, 0)).toBe("done");
    const read = { capabilityId: "c06-3", scope: "organisation", version: 1 };
    expect(await approveTargets(approver, round, [read])).toBe("done");
  });
});

describe("two approvers sign at once while the lead still saves (CC-4)", () => {
  test("one signs, once, for the committee; every save is told that the round is closed", async () => {
    await sendForReview(lead, round);
    const second = await trust.let("approver");
    const committee = {
      name: "the Digital committee",
      on: new Date("2026-11-20T00:00:00Z"),
      minuteReference: "12/26",
    };
    const before = await resultOf(lead, round, "ambulance");
    const tasks = (await tasksIn(lead, round)).slice(0, 20);
    const [one, other, ...saves] = await Promise.all([
      signOff(approver, round, new Date(), committee),
      signOff(second, round, new Date(), committee),
      ...tasks.map(({ capability, scope, answer }) =>
        save(
          lead,
          { assessmentId: round, capabilityId: capability.id, scope },
          { version: answer?.version ?? 0, level: 5 },
        ),
      ),
    ]);
    expect([one.kind, other.kind].sort()).toEqual(["moved", "wrong_state"]);
    expect(new Set(saves.map(({ kind }) => kind))).toEqual(new Set(["locked"]));
    const signed = await signOffsOf(board, trust.id);
    expect(signed).toHaveLength(1);
    expect(signed[0]).toMatchObject({
      committee: "the Digital committee",
      minuteReference: "12/26",
      samePerson: false,
    });
    expect(signed[0]?.results.ambulance).toEqual(before?.result);
    expect((await assessmentsOf(lead, trust.id)).map((found) => found.round)).toEqual(["2027/28", "2026/27"]);
  });
});

describe("a mistake is found in what was signed", () => {
  let next: string;
  const agreed = async () => {
    const seen = await resultOf(board, round, "ambulance");
    const target = targetsIn("ambulance", seen?.targets ?? []).get("c06-3");
    return { target, view: seen?.gapViews.find(({ capabilityId }) => capabilityId === "c06-3") };
  };
  const agreedThen = {
    target: {
      level: 4,
      owner: "Chief digital officer",
      reason: "The board wants it",
      by: null,
      approvedAt: expect.any(Date) as Date,
    },
    view: { standing: "now", importance: 3, adjustedReason: "A near miss", supplier: "Stored Ltd" },
  };

  test("an approver opens it again, with a reason; nobody else does", async () => {
    next = (await assessmentsOf(lead, trust.id))[0]?.id ?? "";
    await save(lead, place(next, "c06-2"), { version: 1, level: 4, note: "Given in the new round" });
    expect(await reopen(lead, round, "A mistake")).toEqual({ kind: "not_found" });
    expect(await reopen(approver, round, "  ")).toEqual({ kind: "reason_missing" });
    expect(await reopen(approver, next, "Open already")).toEqual({ kind: "wrong_state" });
    expect(await reopen(approver, round, "6.3 was signed one level too low")).toEqual({ kind: "moved" });
    expect(await signOffRecord(lead, round)).toMatchObject({
      beingRevised: true,
      reopenings: [{ byName: approver.name, reason: "6.3 was signed one level too low" }],
    });
  });

  test("until it is signed anew the board sees what was signed, and the lead the draft", async () => {
    await save(lead, place(round), { version: 2, level: 4 });
    const seen = await resultOf(board, round, "ambulance");
    const signed = (await signOffsOf(board, trust.id))[0];
    expect(seen?.signedOff?.at).toEqual(signed?.at);
    expect(seen?.result).toEqual(signed?.results.ambulance);
    expect(seen?.answers.get("c06-3")?.criteria).not.toEqual(
      (await resultOf(lead, round, "ambulance"))?.answers.get("c06-3")?.criteria,
    );
    expect((await resultOf(lead, round, "ambulance"))?.signedOff).toBeNull();
    expect(await getAssessment(board, round)).toMatchObject({ state: "in_progress" });
    expect(await agreed()).toMatchObject(agreedThen);
    await setTarget(lead, place(round), { ...wanted, level: 5 }, 1);
    await judgeGap(lead, gap(), { ...judged, standing: "later" }, 1);
    expect(await agreed()).toMatchObject(agreedThen);
    expect((await agreed()).target?.approvedBy).toBe(approver.name);
    const { current, revised } = await trustOverview(lead, trust.id);
    expect(current?.assessment.id).toBe(next);
    expect(revised).toMatchObject({ assessment: { id: round, state: "in_progress" } });
    expect((await trustOverview(board, trust.id)).revised).toBeNull();
  });

  test("whoever is asked in it finds that beside what they have in the round after it", async () => {
    const nurse = await trust.let("contributor");
    const question = { capabilityId: "c06-1", scope: "organisation" };
    const work = { questions: [question], personId: nurse.personId, due: null, note: "" };
    await assign(lead, next, work);
    const open = { overdue: 0, views: 0 };
    expect(await myQuestions(nurse, trust.id)).toMatchObject([{ ...open, assessmentId: next, open: 1 }]);
    await askForViews(lead, place(round), { personIds: [nurse.personId], due: null, note: "" });
    expect(await myQuestions(nurse, trust.id)).toMatchObject([
      { assessmentId: next, open: 1 },
      { assessmentId: round, views: 1 },
    ]);
  });

  test("signed anew, it counts; the next round keeps what was given and carries the rest again", async () => {
    await sendForReview(lead, round);
    expect((await trustOverview(approver, trust.id)).revised).toMatchObject({
      assessment: { id: round, state: "in_review" },
    });
    expect(await signOff(approver, round)).toEqual({ kind: "moved" });
    expect((await trustOverview(approver, trust.id)).revised).toBeNull();
    const signed = await signOffsOf(board, trust.id);
    expect(signed).toHaveLength(1);
    expect((await resultOf(board, round, "ambulance"))?.result).toEqual(signed[0]?.results.ambulance);
    expect(
      await lookBeneath("SELECT FROM snapshot WHERE assessment_id = $1 AND kind = 'sign_off'", [round]),
    ).toHaveLength(2);

    const answers = new Map((await tasksIn(lead, next)).map((task) => [task.capability.id, task.answer]));
    expect(answers.get("c06-2")).toMatchObject({ version: 2, note: "Given in the new round" });
    expect(answers.get("c06-3")).toMatchObject({ version: 2, carriedForward: true });
    const corrected = (await tasksIn(lead, round)).find(({ capability }) => capability.id === "c06-3");
    expect(answers.get("c06-3")?.criteria).toEqual(corrected?.answer?.criteria);
    expect(answers.get("c06-1")).toMatchObject({ version: 1, carriedForward: true });
  });

  test("opened again a second time, the record keeps why it was the first time", async () => {
    const second = { byName: approver.name, reason: "6.1 is wrong too" };
    const first = { byName: approver.name, reason: "6.3 was signed one level too low" };
    expect(await reopen(approver, round, second.reason)).toEqual({ kind: "moved" });
    expect(await signOffRecord(lead, round)).toMatchObject({ reopenings: [second, first] });
    await sendForReview(lead, round);
    await signOff(approver, round);
    const third = { byName: approver.name, reason: "And 6.2" };
    await reopen(approver, round, third.reason);
    await sendForReview(lead, round);
    await signOff(approver, round);
    const record = await signOffRecord(lead, round);
    expect(record).toMatchObject({ beingRevised: false, reopenings: [third, second, first] });
    expect(record?.reopenings.map(({ at }) => at)).toEqual(
      record?.reopenings.map(({ at }) => at).toSorted((one, other) => other.getTime() - one.getTime()),
    );
  });

  test("a round before the latest one stays as it was signed", async () => {
    await answerAll(lead, next, 3);
    await sendForReview(lead, next);
    expect(await signOff(approver, next)).toEqual({ kind: "moved" });
    expect(await reopen(approver, round, "Too late")).toEqual({ kind: "later_signed", round: "2027/28" });
  });

  test("who looks back over some rounds sees that many, however often one of them was signed", async () => {
    expect(await reopen(approver, next, "6.2 as well")).toEqual({ kind: "moved" });
    await sendForReview(lead, next);
    expect(await signOff(approver, next)).toEqual({ kind: "moved" });
    expect((await signOffsOf(board, trust.id, 2)).map(({ assessmentId }) => assessmentId)).toEqual([
      next,
      round,
    ]);
  });
});
