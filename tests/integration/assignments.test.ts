import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { answersOf, getAnswer } from "@/lib/data/answers";
import { assign, handBack, takeBack } from "@/lib/data/assignments";
import { assessmentWork } from "@/lib/data/assessment-work";
import { colleaguesWhoAnswer } from "@/lib/data/colleagues";
import { addComment } from "@/lib/data/comments";
import { endMembership } from "@/lib/data/memberships";
import { mentionsOf } from "@/lib/data/notices";
import { questionWork } from "@/lib/data/question-work";
import { keepRefused } from "@/lib/data/refused-answers";
import { saveFormAnswer } from "@/lib/data/save-form-answer";
import { sendForReview } from "@/lib/data/sign-off";
import { lookBeneath } from "@/tests/support/database";
import { answerAll, save, startedRound, tasksIn } from "@/tests/support/round";
import { asTheyAre, makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let coordinator: CurrentUser;
let contributor: CurrentUser;
let other: CurrentUser;
let assessmentId: string;

beforeAll(async () => {
  trust = await makeTrust(["acute", "community"]);
  lead = await trust.let("digital_lead");
  coordinator = await trust.let("coordinator");
  contributor = await trust.let("contributor");
  other = await trust.let("contributor");
  assessmentId = await startedRound(lead, trust.id, { careSettings: ["acute", "community"] });
});

const at = (capabilityId: string, scope = "organisation") => ({ assessmentId, capabilityId, scope });
const due = new Date("2026-12-18T00:00:00Z");
const give = (person: CurrentUser, ...capabilities: string[]) =>
  assign(lead, assessmentId, {
    questions: capabilities.map((capabilityId) => ({ capabilityId, scope: "organisation" })),
    personId: person.personId,
    due,
    note: "You know this best",
  });
const statesOf = (capabilityId: string) =>
  lookBeneath<{ state: string; person_id: string }>(
    "SELECT state, person_id FROM assignment WHERE assessment_id = $1 AND capability_id = $2 ORDER BY assigned_at, state",
    [assessmentId, capabilityId],
  );

describe("I am a contributor and one question is mine", () => {
  beforeEach(async () => void (await give(contributor, "c01-2")));

  test("I see it with its due date and note, how far the round is, and nothing else", async () => {
    await save(lead, at("c01-3"), { version: 0, level: 2, note: "Not for everybody" });
    const work = await questionWork(contributor, assessmentId);
    expect(work?.sees).toBe("their own");
    expect(work?.assignments).toMatchObject([{ capabilityId: "c01-2", due, note: "You know this best" }]);
    expect(work?.rows.map(({ capabilityId }) => capabilityId)).not.toContain("c01-3");
    expect(work?.progress).toEqual({ done: 1, all: (await tasksIn(lead, assessmentId)).length });
    expect(await assessmentWork(contributor, assessmentId)).toBeNull();
    expect(await answersOf(contributor, assessmentId)).toBeNull();
  });

  test("I answer it through the same door as everybody, and confirm what was carried forward", async () => {
    const outcome = await save(contributor, at("c01-2"), { version: 0, level: 3 });
    expect(outcome).toMatchObject({ kind: "saved", reply: { version: 1 } });
    expect(await getAnswer(contributor, at("c01-2"))).toMatchObject({
      version: 1,
      savedBy: contributor.name,
    });
  });

  test("what is not mine is not there for me, whether I read, save, withdraw or send nonsense", async () => {
    expect(await getAnswer(contributor, at("c01-3"))).toBe("not_found");
    expect(await save(contributor, at("c01-3"), { version: 1, level: 5 })).toEqual({ kind: "not_found" });
    expect(await save(contributor, at("c01-3"), { nonsense: true })).toEqual({ kind: "not_found" });
    expect(await save(contributor, at("c06-1", "community"), { version: 0, level: 2, note: "x" })).toEqual({
      kind: "not_found",
    });
    expect(
      await keepRefused(contributor, at("c01-3"), 0, { reason: "stale", typed: {}, problems: [] }),
    ).toBeNull();
    expect(await handBack(contributor, at("c01-3"), "not mine")).toBe("not_found");
  });

  test("once it is a colleague's, my save is refused and theirs is taken", async () => {
    await give(other, "c01-2");
    const version = (await getAnswer(lead, at("c01-2"))) as { version: number };
    expect(await save(contributor, at("c01-2"), { version: version.version, level: 1 })).toEqual({
      kind: "not_found",
    });
    expect(await save(other, at("c01-2"), { version: version.version, level: 4 })).toMatchObject({
      kind: "saved",
    });
  });

  test("a reply I lost comes again, though I have answered since", async () => {
    await give(contributor, "c02-3");
    const key = randomUUID();
    const first = await save(contributor, at("c02-3"), { version: 0, level: 2 }, key);
    await save(contributor, at("c02-3"), { version: 1, level: 3 });
    expect(await save(contributor, at("c02-3"), { version: 0, level: 2 }, key)).toEqual(first);
  });
});

describe("I hand a question back", () => {
  test("with the reason, and it is nobody's until it is assigned again", async () => {
    await give(contributor, "c02-4");
    await addComment(lead, at("c02-4"), { text: "Since when?", mentions: [contributor.personId] });
    expect(await mentionsOf(contributor, trust.id)).toMatchObject([at("c02-4")]);
    expect(await handBack(contributor, at("c02-4"), "Ask the Caldicott guardian")).toBe("closed");
    expect(await getAnswer(contributor, at("c02-4"))).toBe("not_found");
    expect(await mentionsOf(contributor, trust.id)).toEqual([]);
    const back = (await questionWork(lead, assessmentId))?.handedBack;
    expect(back).toMatchObject([
      { capabilityId: "c02-4", personId: contributor.personId, reason: "Ask the Caldicott guardian" },
    ]);
    await give(other, "c02-4");
    expect((await questionWork(lead, assessmentId))?.handedBack).toEqual([]);
    expect((await statesOf("c02-4")).map(({ state }) => state)).toEqual(["handed_back", "open"]);
  });
});

describe("I keep it moving", () => {
  test("a question given to somebody else leaves its first owner, and both stay on record", async () => {
    await give(contributor, "c03-1");
    await give(other, "c03-1");
    expect(await statesOf("c03-1")).toEqual([
      { state: "ended", person_id: contributor.personId },
      { state: "open", person_id: other.personId },
    ]);
    expect(await takeBack(coordinator, at("c03-1"))).toBe("closed");
    expect(await takeBack(coordinator, at("c03-1"))).toBe("not_found");
  });

  test("two of us assign the same questions at once, and each question is one person's", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => give(index % 2 ? contributor : other, "c03-2", "c03-4")),
    );
    expect(outcomes).toEqual(outcomes.map(() => ({ kind: "assigned", questions: 2 })));
    for (const capability of ["c03-2", "c03-4"]) {
      const open = (await statesOf(capability)).filter(({ state }) => state === "open");
      expect(open).toHaveLength(1);
    }
  });

  test("somebody who left cannot be given anything, nor somebody who may not answer, nor a stranger", async () => {
    const leaver = await trust.let("contributor");
    const place = { organisationId: trust.id, personId: leaver.personId, role: "contributor" } as const;
    await give(leaver, "c04-1");
    await endMembership(systemActor(trust.id), place, new Date());
    const approver = await trust.let("approver");
    const stranger = await (await makeTrust()).let("contributor");
    const nobody = { ...leaver, personId: "no id at all" };
    for (const person of [leaver, approver, stranger, nobody]) {
      expect(await give(person, "c04-2")).toEqual({ kind: "cannot_answer" });
    }
    const names = (await colleaguesWhoAnswer(lead, trust.id)).map(({ personId }) => personId);
    expect(names).toContain(contributor.personId);
    expect(names).not.toContain(leaver.personId);
    // What they had is still to be seen, so that somebody else can be asked; they themselves see nothing.
    expect((await questionWork(lead, assessmentId))?.assignments).toContainEqual(
      expect.objectContaining({ capabilityId: "c04-1", personId: leaver.personId }),
    );
    const gone = await asTheyAre(leaver.personId);
    expect(await save(gone, at("c04-1"), { version: 0, level: 2 })).toEqual({ kind: "not_found" });
  });

  test("only those who keep it moving may assign, and only what is asked", async () => {
    const wanted = { questions: [{ capabilityId: "c04-3", scope: "organisation" }], due, note: "" };
    const toOther = { ...wanted, personId: other.personId };
    const stranger = await (await makeTrust()).let("digital_lead", "coordinator");
    for (const person of [contributor, await trust.let("reviewer"), stranger]) {
      expect(await assign(person, assessmentId, toOther)).toEqual({ kind: "not_found" });
      expect(await takeBack(person, at("c03-2"))).toBe("not_found");
      expect(await colleaguesWhoAnswer(person, trust.id)).toEqual([]);
    }
    const nowhere = { ...toOther, questions: [{ capabilityId: "c99-1", scope: "organisation" }] };
    expect(await assign(lead, assessmentId, nowhere)).toEqual({ kind: "not_found" });
    expect(await assign(coordinator, assessmentId, toOther)).toMatchObject({ kind: "assigned" });
  });
});

describe("I am a coordinator and type for others", () => {
  test("what I type is theirs to confirm, and says so until they did", async () => {
    await give(contributor, "c06-2");
    const typed = await save(coordinator, at("c06-2"), { version: 0, level: 3, note: "As Jo told me" });
    expect(typed).toMatchObject({ kind: "saved" });
    const task = (await tasksIn(lead, assessmentId)).find(({ capability }) => capability.id === "c06-2");
    expect(task).toMatchObject({
      status: "carried_forward",
      answer: { savedById: coordinator.personId, enteredForId: contributor.personId },
    });
    const fields = { use: "confirm", version: "1", key: randomUUID() };
    expect(await saveFormAnswer(contributor, at("c06-2"), fields)).toMatchObject({ kind: "saved" });
    const confirmed = (await tasksIn(lead, assessmentId)).find(({ capability }) => capability.id === "c06-2");
    expect(confirmed).toMatchObject({
      status: "answered",
      answer: { savedById: contributor.personId, enteredForId: null, note: "As Jo told me" },
    });
    const [first] = await lookBeneath<{ value: { enteredFor?: string }; by_id: string }>(
      "SELECT value, by_id FROM answer_revision WHERE assessment_id = $1 AND capability_id = 'c06-2' ORDER BY version",
      [assessmentId],
    );
    expect(first).toMatchObject({
      by_id: coordinator.personId,
      value: { enteredFor: contributor.personId, toConfirm: true },
    });
  });

  test("where a question is nobody's there is nobody to type for", async () => {
    expect(await save(coordinator, at("c06-3"), { version: 0, level: 3 })).toEqual({ kind: "not_found" });
    expect(await getAnswer(coordinator, at("c06-3"))).toMatchObject({ version: 0 });
  });

  test("and cannot confirm: what I send again still waits for them", async () => {
    await give(contributor, "c10-1");
    await save(coordinator, at("c10-1"), { version: 0, level: 3 });
    const fields = { use: "confirm", version: "1", key: randomUUID() };
    await saveFormAnswer(coordinator, at("c10-1"), fields);
    const task = (await tasksIn(lead, assessmentId)).find(({ capability }) => capability.id === "c10-1");
    expect(task?.status).toBe("carried_forward");
  });
});

test("once the round is in review, nothing is assigned or handed back", async () => {
  const elsewhere = await makeTrust();
  const [boss, helper] = [await elsewhere.let("digital_lead"), await elsewhere.let("contributor")];
  const id = await startedRound(boss, elsewhere.id);
  const place = { assessmentId: id, capabilityId: "c01-2", scope: "organisation" };
  const wanted = {
    questions: [place].map(({ capabilityId, scope }) => ({ capabilityId, scope })),
    due,
    note: "",
  };
  await assign(boss, id, { ...wanted, personId: helper.personId });
  await answerAll(boss, id);
  expect(await sendForReview(boss, id)).toEqual({ kind: "moved" });
  expect(await assign(boss, id, { ...wanted, personId: helper.personId })).toEqual({ kind: "closed" });
  expect(await handBack(helper, place, "too late")).toBe("round_closed");
  expect(await save(helper, place, { version: 1, level: 1 })).toMatchObject({ kind: "locked" });
});
