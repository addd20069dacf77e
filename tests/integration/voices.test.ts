import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import type { LiveChange } from "@/lib/assessment/live-change";
import { recordAgreed } from "@/lib/data/agreed-answer";
import { answerHistory } from "@/lib/data/answer-history";
import { getAnswer } from "@/lib/data/answers";
import { assign } from "@/lib/data/assignments";
import { openChangeChannel } from "@/lib/data/change-channel";
import { challengesOf } from "@/lib/data/challenges";
import { addComment, commentsOf } from "@/lib/data/comments";
import { evidenceFor } from "@/lib/data/evidence-links";
import { giveView } from "@/lib/data/give-view";
import { giveAccess } from "@/lib/data/grants";
import { followAnswers } from "@/lib/data/live-answers";
import { myQuestions } from "@/lib/data/my-questions";
import { questionWork } from "@/lib/data/question-work";
import { resultInContext } from "@/lib/data/result-context";
import { resultOf } from "@/lib/data/results";
import { reviewFactsOf } from "@/lib/data/review-facts";
import { deleteEmptyRound } from "@/lib/data/rounds";
import { saveAnswer } from "@/lib/data/save-answer";
import { withTenant } from "@/lib/data/tenant";
import { viewsOf } from "@/lib/data/views-of";
import { askForViews, letOff } from "@/lib/data/voices";
import { lookBeneath } from "@/tests/support/database";
import { save, startedRound } from "@/tests/support/round";
import { makeOrganisation, makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let clinician: CurrentUser;
let nurse: CurrentUser;
let outsider: CurrentUser;
let assessmentId: string;

beforeAll(async () => {
  openChangeChannel();
  trust = await makeTrust();
  lead = await trust.let("digital_lead");
  clinician = await trust.let("contributor");
  nurse = await trust.let("contributor");
  outsider = await (await makeTrust()).let("digital_lead");
  assessmentId = await startedRound(lead, trust.id);
});

const at = (capabilityId: string) => ({ assessmentId, capabilityId, scope: "organisation" });
const ask = (capabilityId: string, ...people: CurrentUser[]) =>
  askForViews(lead, at(capabilityId), {
    personIds: people.map(({ personId }) => personId),
    due: null,
    note: "How is it on the wards?",
  });
const SECRET = "What the lead wrote";

describe("I am asked for my own view, and have not given it", () => {
  beforeAll(async () => {
    await save(lead, at("c06-3"), { version: 0, level: 4, note: SECRET });
    await addComment(lead, at("c06-3"), { text: SECRET, mentions: [] });
    expect(await ask("c06-3", clinician, nurse)).toEqual({ kind: "asked", people: 2 });
    await giveView(nurse, at("c06-3"), { version: 0, level: 2, note: SECRET });
    // The question is even given to the clinician to answer, which opens its answer otherwise.
    const questions = [{ capabilityId: "c06-3", scope: "organisation" }];
    const asked = { questions, personId: clinician.personId, due: null, note: "" };
    expect(await assign(lead, assessmentId, asked)).toMatchObject({ kind: "assigned" });
  });

  test("I see the question and who asks, and neither the answer nor what others think", async () => {
    const found = await viewsOf(clinician, at("c06-3"));
    expect(found).toMatchObject({ mine: { state: "asked" }, views: [], rows: [], askable: [] });
    expect(found?.voices.map(({ personId }) => personId)).toEqual([clinician.personId]);
    expect(await myQuestions(clinician, trust.id)).toMatchObject([{ open: 0, views: 1 }]);
  });

  test("nor anywhere else: page, API, comments, challenges, evidence, history, results, live", async () => {
    const heard: LiveChange[] = [];
    const standings: unknown[] = [];
    const stop = await followAnswers(clinician, assessmentId, {
      saved: (answer) => heard.push(answer),
      standing: (versions) => standings.push(versions),
      stopping: () => undefined,
    });
    await expect.poll(() => standings).toEqual([{}]);
    const work = await questionWork(clinician, assessmentId);
    expect(work).toMatchObject({ rows: [], assignments: [] });
    expect(await getAnswer(clinician, at("c06-3"))).toBe("not_found");
    expect(await commentsOf(clinician, at("c06-3"))).toBeNull();
    expect(await challengesOf(clinician, at("c06-3"))).toBeNull();
    expect(await evidenceFor(clinician, at("c06-3"))).toBeNull();
    expect(await answerHistory(clinician, at("c06-3"))).toBeNull();
    expect(await resultOf(clinician, assessmentId, "acute")).toBeNull();
    // A save of theirs is refused without showing what it met.
    const saved = await saveAnswer(clinician, at("c06-3"), randomUUID(), { version: 0, level: 1 });
    expect(saved).toEqual({ kind: "not_found" });
    await save(lead, at("c06-3"), { version: 1, level: 4, note: SECRET });
    await save(lead, at("c06-2"), { version: 0, level: 1 });
    const alsoHeard: LiveChange[] = [];
    const stopLead = await followAnswers(lead, assessmentId, {
      saved: (answer) => alsoHeard.push(answer),
      standing: () => undefined,
      stopping: () => undefined,
    });
    await save(lead, at("c06-3"), { version: 2, level: 4, note: SECRET });
    await expect.poll(() => alsoHeard.map(({ version }) => version)).toContain(3);
    expect(heard).toEqual([]);
    stop?.();
    stopLead?.();
  });

  test("the database itself shows me nobody's view", async () => {
    const seenBy = (user: CurrentUser) =>
      withTenant(user, {}, (tx) => tx.voiceView.count({ where: { assessmentId } }));
    expect([await seenBy(clinician), await seenBy(lead)]).toEqual([0, 1]);
  });

  test("once I gave mine I see the answer and what others think, and can answer what is mine", async () => {
    const given = await giveView(clinician, at("c06-3"), { version: 0, level: 3, note: "My own" });
    expect(given).toEqual({ kind: "given", version: 1 });
    const found = await viewsOf(clinician, at("c06-3"));
    expect(found?.views.map(({ personId, low }) => [personId, low])).toEqual([
      [nurse.personId, 2],
      [clinician.personId, 3],
    ]);
    expect(found?.rows[0]).toMatchObject({ note: SECRET });
    expect(await getAnswer(clinician, at("c06-3"))).toMatchObject({ version: 3 });
    expect(await commentsOf(clinician, at("c06-3"))).toMatchObject({ comments: [{ text: SECRET }] });
  });
});

describe("I ask colleagues for their own view", () => {
  test("only those who can be blind: nobody who reads all answers, has the question or is from elsewhere", async () => {
    const both = await trust.let("contributor", "reviewer");
    const owner = await trust.let("contributor");
    const questions = [{ capabilityId: "c06-2", scope: "organisation" }];
    await assign(lead, assessmentId, { questions, personId: owner.personId, due: null, note: "" });
    for (const somebody of [both, owner, outsider, lead]) {
      expect(await ask("c06-2", nurse, somebody)).toEqual({ kind: "cannot_give" });
    }
    expect((await viewsOf(lead, at("c06-2")))?.voices).toEqual([]);
    expect(await askForViews(nurse, at("c06-2"), { personIds: [], due: null, note: "" })).toEqual({
      kind: "not_found",
    });
    expect(await askForViews(outsider, at("c06-2"), { personIds: [], due: null, note: "" })).toEqual({
      kind: "not_found",
    });
    expect(await viewsOf(outsider, at("c06-3"))).toBeNull();
    expect(await viewsOf(owner, at("c06-3"))).toBeNull();
  });

  test("a view is no answer: it changes neither the answer nor the score", async () => {
    const before = await resultOf(lead, assessmentId, "acute");
    await ask("c10-1", nurse);
    await giveView(nurse, at("c10-1"), { version: 0, level: 5 });
    expect(await getAnswer(lead, at("c10-1"))).toMatchObject({ version: 0 });
    expect((await resultOf(lead, assessmentId, "acute"))?.result).toEqual(before?.result);
  });

  test("whoever changes their view keeps the first: two windows do not overwrite each other", async () => {
    expect(await giveView(nurse, at("c10-1"), { version: 1, level: 4 })).toEqual({
      kind: "given",
      version: 2,
    });
    expect(await giveView(nurse, at("c10-1"), { version: 1, level: 1 })).toEqual({ kind: "stale" });
    const kept = await lookBeneath<{ version: number; low: number }>(
      "SELECT version, low FROM voice_view WHERE capability_id = 'c10-1' ORDER BY version",
    );
    expect(kept).toEqual([
      { version: 1, low: 5 },
      { version: 2, low: 4 },
    ]);
    expect(await giveView(nurse, at("c10-1"), { version: 2 })).toMatchObject({ kind: "invalid" });
  });

  test("I can let somebody off who has not answered, and ask them again", async () => {
    await ask("c10-2", nurse, clinician);
    expect(await letOff(lead, at("c10-2"), nurse.personId)).toBe(true);
    expect(await letOff(lead, at("c10-2"), nurse.personId)).toBe(false);
    expect(await giveView(nurse, at("c10-2"), { version: 0, level: 3 })).toEqual({ kind: "not_found" });
    expect(await viewsOf(nurse, at("c10-2"))).toBeNull();
    await ask("c10-2", nurse);
    expect(await giveView(nurse, at("c10-2"), { version: 0, level: 3 })).toMatchObject({ kind: "given" });
    expect(await letOff(lead, at("c10-2"), nurse.personId)).toBe(false);
  });

  test("views far apart are a warning until an agreed answer is recorded, with its reason", async () => {
    const apart = async () => [...((await reviewFactsOf(lead, assessmentId))?.apart ?? [])];
    const besideTheResult = async (user: CurrentUser) => {
      const found = await resultInContext(user, assessmentId, "acute");
      if (!found) throw new Error("The result is not there");
      return found.beside.spreads.find(({ capabilityId }) => capabilityId === "c10-2");
    };
    await giveView(clinician, at("c10-2"), { version: 0, level: 5 });
    expect(await apart()).toEqual(["c10-2/organisation"]);
    expect(await besideTheResult(lead)).toEqual({
      capabilityId: "c10-2",
      scope: "organisation",
      views: 2,
      notApplicable: 0,
      settled: false,
      spread: { lowest: 3, highest: 5, farApart: true },
    });
    const consultancy = await makeOrganisation("consultancy");
    const access = { email: null, scope: "answers", beside: "no", endsOn: new Date("2099-03-31") } as const;
    await giveAccess(lead, trust.id, { kind: "consultancy", receiverId: consultancy.id, ...access });
    expect(await besideTheResult(await consultancy.let("consultant"))).toBeUndefined();
    const agreed = { level: 4, reason: "The audit settles it", version: 0 } as const;
    expect(await recordAgreed(nurse, at("c10-2"), agreed)).toEqual({ kind: "not_found" });
    expect(await recordAgreed(lead, at("c10-2"), { ...agreed, level: "as_it_stands" })).toEqual({
      kind: "not_answered",
    });
    expect(await recordAgreed(lead, at("c10-2"), agreed)).toMatchObject({ kind: "saved" });
    expect(await recordAgreed(lead, at("c10-2"), agreed)).toMatchObject({ kind: "stale" });
    expect(await apart()).toEqual([]);
    expect(await besideTheResult(lead)).toMatchObject({ settled: true });
    const history = await answerHistory(lead, at("c10-2"));
    expect(history?.revisions[0]).toMatchObject({
      kind: "agreed",
      content: { note: "The audit settles it" },
    });
  });

  test("a round with a view in it cannot be deleted as empty", async () => {
    const other = await makeTrust();
    const theirLead = await other.let("digital_lead");
    const colleague = await other.let("contributor");
    const id = await startedRound(theirLead, other.id);
    const place = { assessmentId: id, capabilityId: "c06-3", scope: "organisation" };
    await askForViews(theirLead, place, { personIds: [colleague.personId], due: null, note: "" });
    await giveView(colleague, place, { version: 0, level: 2 });
    expect(await deleteEmptyRound(theirLead, id)).toBe("has_answers");
  });
});
