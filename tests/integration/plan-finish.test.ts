import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { answerHistory } from "@/lib/data/answer-history";
import { getAnswer } from "@/lib/data/answers";
import { finishAction } from "@/lib/data/finish-action";
import { planOf } from "@/lib/data/plan";
import { planGround } from "@/lib/data/plan-ground";
import { addAction } from "@/lib/data/planned-actions";
import { sendForReview } from "@/lib/data/sign-off";
import { servedCapability, servesUpTo } from "@/lib/plan/criteria-of-plan";
import type { PlannedAction } from "@/lib/plan/action";
import { fillPlan } from "@/prisma/demo/plan";
import { anAction } from "@/tests/support/plan";
import { answerEverything, startedRound } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let contributor: CurrentUser;
let round: string;

beforeAll(async () => {
  trust = await makeTrust(["ambulance"]);
  lead = await trust.let("digital_lead");
  contributor = await trust.let("contributor");
  round = await startedRound(lead, trust.id, { careSettings: ["ambulance"] });
  await answerEverything(lead, round, 2);
});

const place = () => ({ assessmentId: round, capabilityId: "c06-3", scope: "organisation" });

async function planned(changes: Partial<PlannedAction> = {}): Promise<PlannedAction> {
  const ground = await planGround(lead, trust.id);
  const served = ground && servedCapability(ground, "c06-3", "organisation");
  if (!served) throw new Error("6.3 is asked of everybody");
  const {
    id: _id,
    version: _version,
    ...content
  } = anAction({ serves: [servesUpTo(served, 3)], ...changes });
  const outcome = await addAction(lead, trust.id, content);
  if (outcome.kind !== "kept") throw new Error(outcome.kind);
  return { ...content, id: outcome.id, version: outcome.version };
}

const stands = async (id: string) => (await planOf(lead, trust.id))?.actions.find((one) => one.id === id);

describe("I finish an action", () => {
  test("without a tick nothing becomes an answer", async () => {
    const action = await planned();
    const before = await getAnswer(lead, place());
    expect(
      await finishAction(lead, trust.id, action, { finishedOn: "2026-11-20", confirmed: [] }),
    ).toMatchObject({ kind: "kept", version: 2 });
    expect(await stands(action.id)).toMatchObject({ status: "finished", finishedOn: "2026-11-20" });
    expect(await getAnswer(lead, place())).toEqual(before);
  });

  test("its owner cannot confirm what is not theirs to answer; then nothing at all happens", async () => {
    const action = await planned({ ownerId: contributor.personId });
    const outcome = await finishAction(contributor, trust.id, action, {
      finishedOn: "2026-11-20",
      confirmed: action.serves,
    });
    expect(outcome).toEqual({ kind: "cannot_confirm", why: "not_theirs" });
    expect(await stands(action.id)).toMatchObject({ status: "in_progress", version: 1 });
    // Without ticks they may say that it is done; of another's action they may not.
    const none = { finishedOn: "2026-11-20", confirmed: [] };
    expect(await finishAction(contributor, trust.id, action, none)).toMatchObject({ kind: "kept" });
    expect(await finishAction(contributor, trust.id, await planned(), none)).toEqual({ kind: "not_found" });
  });

  test("somebody changed it meanwhile: I am shown that, and nothing becomes an answer", async () => {
    const action = await planned();
    const before = await getAnswer(lead, place());
    const stale = { ...action, version: 0 };
    expect(
      await finishAction(lead, trust.id, stale, { finishedOn: "2026-11-20", confirmed: action.serves }),
    ).toMatchObject({ kind: "stale", current: { version: 1 } });
    expect(await getAnswer(lead, place())).toEqual(before);
  });

  test("what I tick, and that alone, is answered as met, with a version that names the action", async () => {
    const action = await planned();
    const [all] = action.serves;
    const [first, ...others] = all?.criteria ?? [];
    if (!all || first === undefined) throw new Error("Something is open at level 3");
    const confirmed = [{ ...all, criteria: [first, "no-such-criterion"] }];
    expect(await finishAction(lead, trust.id, action, { finishedOn: "2026-11-20", confirmed })).toMatchObject(
      { kind: "kept" },
    );
    const answer = await getAnswer(lead, place());
    if (answer === "not_found") throw new Error(answer);
    expect(answer.criteria[first]).toBe("met");
    expect(others.some((id) => answer.criteria[id] === "met")).toBe(false);
    expect(answer.criteria).not.toHaveProperty("no-such-criterion");
    const history = await answerHistory(lead, place());
    expect(history?.revisions[0]).toMatchObject({ version: answer.version, because: { action: action.id } });

    // What is left can be confirmed later, of the action that is finished.
    const again = { ...action, version: 2 };
    expect(
      await finishAction(lead, trust.id, again, { finishedOn: "2026-11-20", confirmed: [all] }),
    ).toMatchObject({ kind: "kept", version: 2 });
    const later = await getAnswer(lead, place());
    expect(later !== "not_found" && others.every((id) => later.criteria[id] === "met")).toBe(true);
  });
});

test("the demo's plan is one that our own functions take", async () => {
  const demo = await makeTrust(["ambulance"]);
  const herLead = await demo.let("digital_lead");
  const hers = await startedRound(herLead, demo.id, { careSettings: ["ambulance"] });
  await answerEverything(herLead, hers, 2);
  await fillPlan(herLead, demo.id);
  const plan = await planOf(herLead, demo.id);
  expect(plan?.actions).toHaveLength(14);
  expect(new Set(plan?.actions.map(({ status }) => status)).size).toBe(5);
});

test("a round in review takes no confirmation, and the action stays as it is", async () => {
  const action = await planned({ serves: [{ ...(await openLevel()), criteria: ["c01-2-l3-a"] }] });
  expect(await sendForReview(lead, round)).toEqual({ kind: "moved" });
  expect(
    await finishAction(lead, trust.id, action, { finishedOn: "2026-11-20", confirmed: action.serves }),
  ).toEqual({ kind: "cannot_confirm", why: "closed" });
  expect(await stands(action.id)).toMatchObject({ status: "in_progress" });
});

async function openLevel() {
  const ground = await planGround(lead, trust.id);
  const served =
    ground &&
    (servedCapability(ground, "c01-2", "organisation") ?? servedCapability(ground, "c01-2", "ambulance"));
  if (!served) throw new Error("1.2 is asked of everybody");
  return servesUpTo(served, 3);
}
