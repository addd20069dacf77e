import { beforeEach, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { getAnswer } from "@/lib/data/answers";
import { saveAnswers } from "@/lib/data/save-answers";
import { lookBeneath } from "@/tests/support/database";
import { save, startedRound, tasksIn } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let round: string;

beforeEach(async () => {
  trust = await makeTrust();
  lead = await trust.let("digital_lead");
  round = await startedRound(lead, trust.id);
});

const bodies = async (level = 2) =>
  (await tasksIn(lead, round)).map(({ capability, scope, answer }) => ({
    capabilityId: capability.id,
    scope,
    body: { version: answer?.version ?? 0, level },
  }));

const standing = () =>
  lookBeneath<{ version: number }>("SELECT version FROM answer WHERE assessment_id = $1", [round]);

describe("I bring in a whole set of answers at once", () => {
  test("each stands with a revision of its own, and one event counts them", async () => {
    const answers = await bodies();
    expect(await saveAnswers(lead, round, answers)).toEqual({ kind: "saved", answers: answers.length });
    expect(await saveAnswers(lead, round, await bodies(3))).toMatchObject({ kind: "saved" });
    expect((await standing()).every(({ version }) => version === 2)).toBe(true);
    const place = { assessmentId: round, capabilityId: "c06-3", scope: "organisation" };
    expect(await getAnswer(lead, place)).toMatchObject({ version: 2, carriedForward: false });
    const revisions = await lookBeneath("SELECT FROM answer_revision WHERE assessment_id = $1", [round]);
    expect(revisions).toHaveLength(answers.length * 2);
    const events = await lookBeneath(
      "SELECT detail FROM audit_event WHERE action = 'answers.saved' AND subject = $1",
      [`assessment:${round}`],
    );
    expect(events).toEqual(Array(2).fill({ detail: { answers: answers.length, kind: "saved" } }));
  });

  test("a colleague saved one of them meanwhile: nothing is written, and I am told which", async () => {
    const answers = await bodies();
    const place = { assessmentId: round, capabilityId: "c06-3", scope: "organisation" };
    await save(lead, place, { version: 0, level: 4 });
    const index = answers.findIndex(({ capabilityId }) => capabilityId === "c06-3");
    expect(await saveAnswers(lead, round, answers)).toEqual({ kind: "stale", places: [`/${index}`] });
    expect(await standing()).toHaveLength(1);
  });

  test("one that cannot be read, or stands twice, or is nowhere: nothing is written, each place is named", async () => {
    const [first] = await bodies();
    const outcome = await saveAnswers(lead, round, [
      { ...first, body: { version: 0, level: 9 } },
      { ...first, body: { version: 0, level: 2 } },
      { capabilityId: "c99-9", scope: "organisation", body: {} },
    ] as Parameters<typeof saveAnswers>[2]);
    expect(outcome).toMatchObject({
      kind: "invalid",
      problems: [{ path: "/0/level" }, { path: "/1" }, { path: "/2" }],
    });
    expect(await standing()).toEqual([]);
  });

  test("only who answers there may", async () => {
    const approver = await trust.let("approver");
    const stranger = await (await makeTrust()).let("digital_lead");
    for (const person of [approver, stranger]) {
      expect(await saveAnswers(person, round, await bodies())).toEqual({ kind: "not_found" });
    }
  });
});
