import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { answersOf } from "@/lib/data/answers";
import { assessmentsOf } from "@/lib/data/assessments";
import { carryPlans, carryRapidCheck } from "@/lib/data/carry-rapid-check";
import { makeCheckpoint } from "@/lib/data/checkpoints";
import { myQuestions } from "@/lib/data/my-questions";
import { resultOf } from "@/lib/data/results";
import { startRound } from "@/lib/data/rounds";
import { reopen, sendForReview, signOff } from "@/lib/data/sign-off";
import type { CareSetting, Level } from "@/lib/framework/schema";
import { lookBeneath } from "@/tests/support/database";
import { answerAll, answerEverything, save, startedRound, tasksIn } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

const now = new Date("2026-11-22T12:00:00Z");

/** Level 3 throughout but for Dependability, at 2. */
function aCheck(setting: CareSetting = "acute") {
  const ids = Array.from({ length: 12 }, (_, i) => `d${String(i + 1).padStart(2, "0")}`);
  return { setting, chosen: new Map(ids.map((id): [string, Level] => [id, id === "d06" ? 2 : 3])) };
}

async function only(user: CurrentUser, check = aCheck()) {
  const plans = await carryPlans(user, check, now);
  expect(plans).toHaveLength(1);
  return plans[0]?.plan;
}

describe("a digital lead did the rapid check and carries it into a first assessment", () => {
  let trust: Trust;
  let lead: CurrentUser;
  let assessmentId: string;

  beforeAll(async () => {
    trust = await makeTrust(["acute", "community"]);
    lead = await trust.let("digital_lead");
  });

  test("a round of this year would start, for all the trust's care settings", async () => {
    expect(await only(lead)).toEqual({
      kind: "start",
      round: "2026/27",
      careSettings: ["acute", "community"],
    });
  });

  test("every acute and trust-wide capability starts at its dimension's level, to be confirmed", async () => {
    const outcome = await carryRapidCheck(lead, trust.id, aCheck(), now);
    if (outcome.kind !== "carried") throw new Error(outcome.kind);
    assessmentId = outcome.assessmentId;
    expect(outcome.answers).toBe(50);
    const tasks = await tasksIn(lead, assessmentId);
    const brought = tasks.filter(({ status }) => status === "carried_forward");
    expect(brought).toHaveLength(50);
    expect(new Set(brought.map(({ scope }) => scope))).toEqual(new Set(["organisation", "acute"]));
    expect(
      tasks.filter(({ scope }) => scope === "community").every(({ status }) => status === "not_started"),
    ).toBe(true);
    const found = await resultOf(lead, assessmentId, "acute");
    expect(found?.result.dimensions.map(({ low }) => low)).toEqual([3, 3, 3, 3, 3, 2, 3, 3, 3, 3, 3, 3]);
    expect(found?.result.stage.final).toBe(false);
  });

  test("history and the audit record tell of it", async () => {
    const [revisions] = await lookBeneath<{ count: string }>(
      "SELECT count(*) FROM answer_revision WHERE assessment_id = $1 AND kind = 'carried_forward' AND version = 1",
      [assessmentId],
    );
    expect(revisions?.count).toBe("50");
    const events = await lookBeneath<{ actor_id: string; detail: Record<string, unknown> }>(
      "SELECT actor_id, detail FROM audit_event WHERE subject = $1 AND action = 'rapid_check.carried'",
      [`assessment:${assessmentId}`],
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      actor_id: lead.personId,
      detail: { answers: 50, careSetting: "acute", d06: 2 },
    });
  });

  test("doing it again changes nothing", async () => {
    expect(await only(lead)).toMatchObject({ kind: "nothing_open" });
    expect(await carryRapidCheck(lead, trust.id, aCheck(), now)).toMatchObject({ kind: "refused" });
    const [audited] = await lookBeneath<{ count: string }>(
      "SELECT count(*) FROM audit_event WHERE subject = $1 AND action = 'rapid_check.carried'",
      [`assessment:${assessmentId}`],
    );
    expect(audited?.count).toBe("1");
  });
});

test("in an open round only what nobody has answered is filled in, whoever carries at the same moment", async () => {
  const trust = await makeTrust(["acute"]);
  const lead = await trust.let("digital_lead");
  const assessmentId = await startedRound(lead, trust.id);
  const place = { assessmentId, capabilityId: "c06-3", scope: "organisation" };
  await save(lead, place, { version: 0, level: 5, note: "Tested every month" });
  expect(await only(lead)).toEqual({ kind: "fill", assessmentId, round: "2026/27", unanswered: 49 });

  const outcomes = await Promise.all([1, 2, 3].map(() => carryRapidCheck(lead, trust.id, aCheck(), now)));
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["carried", "refused", "refused"]);
  const rows = (await answersOf(lead, assessmentId)) ?? [];
  expect(rows).toHaveLength(50);
  const kept = rows.find(({ capabilityId }) => capabilityId === "c06-3");
  expect(kept).toMatchObject({ version: 1, carriedForward: false, note: "Tested every month" });
  expect(await save(lead, place, { version: 1, level: 4 })).toMatchObject({ kind: "saved" });
});

test("while a colleague starts another round at the same moment, one round is open and holds what was carried", async () => {
  const trust = await makeTrust(["acute"]);
  const lead = await trust.let("digital_lead");
  const [carried, started] = await Promise.all([
    carryRapidCheck(lead, trust.id, aCheck(), now),
    startRound(lead, trust.id, { round: "2027/28", careSettings: ["acute"] }),
  ]);
  const open = (await assessmentsOf(lead, trust.id)).filter(({ state }) => state !== "signed_off");
  // Whoever is first opens it: carrying second fills the round just started, starting second finds one open.
  const carriedFirst = open[0]?.round === "2026/27";
  expect(open).toHaveLength(1);
  expect(carried).toMatchObject({ kind: "carried", assessmentId: open[0]?.id });
  expect(started.kind).toBe(carriedFirst ? "another_is_open" : "started");
});

test("beside a round that was opened again it goes into the one after it, where my questions are as well", async () => {
  const trust = await makeTrust(["acute"]);
  const [lead, approver] = [await trust.let("digital_lead"), await trust.let("approver")];
  const reopened = await startedRound(lead, trust.id, { round: "2025/26" });
  await answerEverything(lead, reopened);
  expect(await sendForReview(lead, reopened)).toEqual({ kind: "moved" });
  expect(await signOff(approver, reopened)).toEqual({ kind: "moved" });
  expect(await reopen(approver, reopened, "A figure was wrong")).toEqual({ kind: "moved" });
  const next = (await assessmentsOf(lead, trust.id)).find(({ round }) => round === "2026/27");
  // Whichever of the two the database comes upon first.
  for (const touched of [next?.id ?? "", reopened]) {
    expect(await makeCheckpoint(lead, touched, "Committee")).toMatchObject({ kind: "made" });
    expect(await only(lead)).toMatchObject({ kind: "nothing_open", assessmentId: next?.id });
    expect(await myQuestions(lead, trust.id)).toMatchObject([{ assessmentId: next?.id }]);
  }
});

describe("it is refused, and nothing changes", () => {
  test("for a person who is no digital lead there, of this trust or of another", async () => {
    const trust = await makeTrust(["acute"]);
    const stranger = await (await makeTrust(["acute"])).let("digital_lead");
    for (const user of [
      stranger,
      await trust.let("contributor"),
      await trust.let("coordinator"),
      await trust.let("approver"),
      await trust.let("board_viewer"),
    ]) {
      expect(await carryRapidCheck(user, trust.id, aCheck(), now)).toEqual({ kind: "not_found" });
      const plans = await carryPlans(user, aCheck(), now);
      expect(plans.map(({ organisation }) => organisation.id)).not.toContain(trust.id);
    }
    expect(await assessmentsOf(await trust.let("digital_lead"), trust.id)).toEqual([]);
  });

  test("for a care setting the trust does not have, or its open round does not cover", async () => {
    const trust = await makeTrust(["acute", "community"]);
    const lead = await trust.let("digital_lead");
    expect(await only(lead, aCheck("ambulance"))).toEqual({ kind: "other_settings" });
    await startedRound(lead, trust.id, { careSettings: ["community"] });
    expect(await only(lead, aCheck("acute"))).toEqual({ kind: "other_settings" });
    expect(await carryRapidCheck(lead, trust.id, aCheck("acute"), now)).toMatchObject({ kind: "refused" });
  });

  test("while the round is in review", async () => {
    const trust = await makeTrust(["ambulance"]);
    const lead = await trust.let("digital_lead");
    const assessmentId = await startedRound(lead, trust.id, { careSettings: ["ambulance"] });
    await answerAll(lead, assessmentId);
    await sendForReview(lead, assessmentId);
    expect(await only(lead, aCheck("ambulance"))).toEqual({ kind: "in_review", round: "2026/27" });
    expect(await carryRapidCheck(lead, trust.id, aCheck("ambulance"), now)).toMatchObject({
      kind: "refused",
    });
  });
});
