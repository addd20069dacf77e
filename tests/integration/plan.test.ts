import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { finishAction } from "@/lib/data/finish-action";
import { assessmentsOf } from "@/lib/data/assessments";
import { boardRecord } from "@/lib/data/board-record";
import { planOf } from "@/lib/data/plan";
import { saveContext } from "@/lib/data/plan-context";
import { projectionGround } from "@/lib/data/plan-projection";
import {
  addAction,
  changeAction,
  endAction,
  putActionForward,
  takeUpAction,
} from "@/lib/data/planned-actions";
import { sendForReview, signOff } from "@/lib/data/sign-off";
import type { ActionContent } from "@/lib/plan/action";
import { planSummary } from "@/lib/plan/plan-summary";
import { score } from "@/lib/scoring/score";
import { lookBeneath } from "@/tests/support/database";
import { aBenefit, aCost, anAction } from "@/tests/support/plan";
import { answerEverything, startedRound } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let board: CurrentUser;
let contributor: CurrentUser;
let stranger: CurrentUser;

beforeAll(async () => {
  trust = await makeTrust(["ambulance"]);
  lead = await trust.let("digital_lead");
  board = await trust.let("board_viewer");
  contributor = await trust.let("contributor");
  stranger = await (await makeTrust()).let("digital_lead");
  await startedRound(lead, trust.id, { careSettings: ["ambulance"] });
});

function content(changes: Partial<ActionContent> = {}): ActionContent {
  const { id: _id, version: _version, ...rest } = anAction();
  return { ...rest, ...changes };
}

async function added(changes: Partial<ActionContent> = {}): Promise<string> {
  const outcome = await addAction(lead, trust.id, content(changes));
  if (outcome.kind !== "kept") throw new Error(outcome.kind);
  return outcome.id;
}

/** The plan as the board's papers have it. */
const paperOf = async (who: CurrentUser) => {
  const plan = (await boardRecord(who, trust.id, "private"))?.plan;
  return plan ? planSummary(plan.actions, { ...plan, today: "2026-11-23" }) : null;
};
const find = async (id: string) => (await planOf(lead, trust.id))?.actions.find((one) => one.id === id);

describe("I plan what to do", () => {
  test("an action is kept whole, with its money and its history, and on record without its words", async () => {
    const wanted = content({
      title: "Restore within four hours",
      risk: { text: "The supplier is late", likelihood: 3, impact: 4 },
      serves: [{ capabilityId: "c01-1", scope: "organisation", criteria: ["c01-1-l2-a"] }],
      costs: [aCost()],
      benefits: [aBenefit({ measure: { unit: "hours", hours: 120, use: null }, kind: "non_cash_releasing" })],
      optimismPercent: 15,
    });
    const outcome = await addAction(lead, trust.id, wanted);
    expect(outcome).toMatchObject({ kind: "kept", version: 1 });
    const id = outcome.kind === "kept" ? outcome.id : "";
    expect(await find(id)).toEqual({ ...wanted, id, version: 1 });
    const events = await lookBeneath("SELECT action, detail FROM audit_event WHERE subject = $1", [
      `action:${id}`,
    ]);
    expect(events).toEqual([{ action: "action.added", detail: { version: 1, state: "in_progress" } }]);
  });

  test("a second click adds it once; what else is typed in that form is an action of its own (CC-3)", async () => {
    const key = randomUUID();
    const wanted = content({ title: "Clicked twice", costs: [aCost()], serves: [] });
    const both = await Promise.all([1, 2].map(() => addAction(lead, trust.id, wanted, key)));
    expect(both).toEqual([1, 2].map(() => ({ kind: "kept", id: key, version: 1 })));
    const other = await addAction(lead, trust.id, { ...wanted, description: "Typed after" }, key);
    expect(other).toMatchObject({ kind: "kept" });
    expect(other).not.toMatchObject({ id: key });
    const titles = (await planOf(lead, trust.id))?.actions.map(({ title }) => title);
    expect(titles?.filter((title) => title === "Clicked twice")).toHaveLength(2);
    const events = await lookBeneath("SELECT id FROM audit_event WHERE subject = $1", [`action:${key}`]);
    expect(events).toHaveLength(1);
  });

  test("two of us change it at once: one is kept, the other is shown what stands and by whom", async () => {
    const id = await added();
    const edit = (title: string) =>
      changeAction(lead, trust.id, { id, version: 1 }, "changed", (action) => ({ ...action, title }));
    const outcomes = await Promise.all([edit("One"), edit("Other")]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["kept", "stale"]);
    const stale = outcomes.find((outcome) => outcome.kind === "stale");
    expect(stale).toMatchObject({ current: { version: 2 }, by: lead.name });
    const stands = await find(id);
    expect(stale?.kind === "stale" && stale.current).toEqual(stands);
    const versions = await lookBeneath("SELECT version FROM planned_action_revision WHERE action_id = $1", [
      id,
    ]);
    expect(versions).toHaveLength(2);
  });

  test("what is given up keeps its reason and can be taken up again; nothing is deleted", async () => {
    const id = await added();
    expect(await endAction(lead, trust.id, { id, version: 1 }, "No supplier")).toMatchObject({
      kind: "kept",
    });
    expect(await find(id)).toMatchObject({ status: "ended", endedReason: "No supplier" });
    expect(await endAction(lead, trust.id, { id, version: 2 }, "Again")).toEqual({ kind: "closed" });
    expect(await takeUpAction(lead, trust.id, { id, version: 2 })).toMatchObject({ kind: "kept" });
    expect(await find(id)).toMatchObject({ status: "in_progress", endedReason: "" });
  });

  test("an owner is one of our own people", async () => {
    const outcome = await addAction(lead, trust.id, content({ ownerId: stranger.personId }));
    expect(outcome).toEqual({ kind: "unknown_owner" });
  });

  test("negative money is refused by the database as well", async () => {
    await expect(addAction(lead, trust.id, content({ costs: [aCost({ pounds: -1 })] }))).rejects.toThrow();
    const use = { text: "x", financeOwner: "x", kind: "cash_releasing" as const, pounds: -5 };
    const measure = { unit: "hours" as const, hours: 1, use };
    await expect(
      addAction(lead, trust.id, content({ benefits: [aBenefit({ kind: "non_cash_releasing", measure })] })),
    ).rejects.toThrow();
  });
});

describe("who sees the plan", () => {
  test("another trust sees and changes nothing", async () => {
    const id = await added();
    expect(await planOf(stranger, trust.id)).toBeNull();
    expect(await addAction(stranger, trust.id, content())).toEqual({ kind: "not_found" });
    expect(await endAction(stranger, trust.id, { id, version: 1 }, "x")).toEqual({ kind: "not_found" });
    const ours = await planOf(stranger, trust.id);
    expect(ours).toBeNull();
  });

  test("a board viewer reads it without what is sensitive, and changes nothing", async () => {
    const id = await added({
      title: "Immutable backups",
      serves: [{ capabilityId: "c06-3", scope: "organisation", criteria: [] }],
    });
    const plan = await planOf(board, trust.id);
    expect(plan?.actions.map((action) => action.id)).not.toContain(id);
    expect(plan?.hidden).toBe(1);
    const summary = await paperOf(board);
    expect(JSON.stringify(summary)).not.toContain("Immutable backups");
    expect(summary?.hidden).toBe(1);
    const forAll = (await boardRecord(lead, trust.id, "public"))?.plan;
    expect(JSON.stringify(forAll)).not.toContain("Immutable backups");
    expect(forAll?.hidden).toBe(1);
    expect(await endAction(board, trust.id, { id, version: 1 }, "x")).toEqual({ kind: "not_found" });
  });

  test("what I only draft is nobody else's until I put it forward: no page, no paper, no figure", async () => {
    const title = "Thought of on the train";
    const id = await added({
      title,
      status: "draft",
      ownerId: contributor.personId,
      costs: [aCost({ pounds: 7 })],
    });
    const seen = async (who: CurrentUser) => ({
      plan: (await planOf(who, trust.id))?.actions.some((action) => action.id === id),
      paper: JSON.stringify((await paperOf(who)) ?? "").includes(title),
      projection: (await projectionGround(who, trust.id))?.actions.some((action) => action.id === id),
    });
    const hidden = async () => (await planOf(board, trust.id))?.hidden;
    const before = await hidden();
    expect(await seen(lead)).toEqual({ plan: true, paper: false, projection: false });
    for (const who of [board, contributor]) expect((await seen(who)).plan).toBe(false);
    expect(
      await finishAction(lead, trust.id, { id, version: 1 }, { finishedOn: "2026-11-23", confirmed: [] }),
    ).toEqual({ kind: "closed" });
    expect(await putActionForward(board, trust.id, { id, version: 1 })).toEqual({ kind: "not_found" });
    expect(await putActionForward(stranger, trust.id, { id, version: 1 })).toEqual({ kind: "not_found" });
    expect(await putActionForward(lead, trust.id, { id, version: 1 })).toMatchObject({
      kind: "kept",
      version: 2,
    });
    expect(await putActionForward(lead, trust.id, { id, version: 2 })).toEqual({ kind: "closed" });
    expect(await seen(lead)).toEqual({ plan: true, paper: true, projection: true });
    expect(await seen(board)).toMatchObject({ plan: true, paper: true });
    expect((await seen(contributor)).plan).toBe(true);
    expect(await hidden()).toBe(before);
    expect(await endAction(lead, trust.id, { id, version: 2 }, "Only a thought")).toMatchObject({
      kind: "kept",
    });
  });

  test("a contributor sees the actions they own and no other", async () => {
    const id = await added({ ownerId: contributor.personId });
    const own = (await planOf(contributor, trust.id))?.actions.filter(({ status }) => status !== "ended");
    expect(own?.map((action) => action.id)).toEqual([id]);
    expect(await paperOf(contributor)).toBeNull();
  });
});

describe("what the money is read beside", () => {
  const figures = { efficiency: { year: 2027, pounds: 18_500_000 }, productivity: null };

  test("two of us type it first at once: one is kept, the other is shown what stands", async () => {
    const outcomes = await Promise.all([
      saveContext(lead, trust.id, { ...figures, version: 0 }),
      saveContext(lead, trust.id, { ...figures, version: 0 }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["kept", "stale"]);
    const productivity = { year: 2025, tenths: -3, source: "Published in October" };
    expect(await saveContext(lead, trust.id, { ...figures, productivity, version: 1 })).toEqual({
      kind: "kept",
    });
    expect((await planOf(board, trust.id))?.context).toEqual({ ...figures, productivity, version: 2 });
    expect(await saveContext(board, trust.id, { ...figures, version: 2 })).toEqual({ kind: "not_found" });
    expect(await saveContext(stranger, trust.id, { ...figures, version: 2 })).toEqual({ kind: "not_found" });
  });
});

describe("where the plan takes us", () => {
  test("who may not see drafts has nothing to start from before the first sign-off", async () => {
    expect((await projectionGround(lead, trust.id))?.signedOff).toBe(false);
    expect(await projectionGround(board, trust.id)).toBeNull();
    expect(await projectionGround(stranger, trust.id)).toBeNull();
    expect(await projectionGround(contributor, trust.id)).toBeNull();
  });

  test("after it they start from what was signed, and what changed since moves nothing they see", async () => {
    const place = (await assessmentsOf(lead, trust.id))[0]?.id ?? "";
    await answerEverything(lead, place, 2);
    await sendForReview(lead, place);
    expect(await signOff(await trust.let("approver"), place)).toEqual({ kind: "moved" });
    const next = (await assessmentsOf(lead, trust.id)).find(({ state }) => state === "in_progress");
    await answerEverything(lead, next?.id ?? "", 4);
    const low = async (who: CurrentUser) => {
      const ground = await projectionGround(who, trust.id);
      const answers = ground?.answers.ambulance;
      return ground && answers && score(ground.framework, "ambulance", answers).overall?.low;
    };
    expect([await low(board), await low(lead)]).toEqual([2, 4]);
  });
});
