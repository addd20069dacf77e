import { expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { answerDocuments } from "@/lib/data/answer-documents";
import { applyAnswers, previewAnswers } from "@/lib/data/apply-answers";
import { setTarget } from "@/lib/data/targets";
import { uploadAnswers } from "@/lib/data/upload-answers";
import { answerEverything, save, startedRound } from "@/tests/support/round";
import { makeTrust } from "@/tests/support/trust";

const now = new Date();

async function trustWithRound(): Promise<{ lead: CurrentUser; round: string }> {
  const trust = await makeTrust();
  const lead = await trust.let("digital_lead");
  return { lead, round: await startedRound(lead, trust.id) };
}

async function documentsOf({ lead, round }: { lead: CurrentUser; round: string }) {
  const made = await answerDocuments(lead, round, "acute", now);
  if (!made) throw new Error("There are no documents");
  return made;
}

const sent = (lead: CurrentUser, round: string, text: string) =>
  uploadAnswers(lead, round, { name: "answers.json", bytes: Buffer.from(text) }, now);

test("I take our answers out as a document and bring them into another assessment: the same answers, the same result", async () => {
  const ours = await trustWithRound();
  await answerEverything(ours.lead, ours.round, 3);
  const place = { assessmentId: ours.round, capabilityId: "c06-3", scope: "organisation" };
  await save(ours.lead, place, {
    version: 1,
    criteria: { "c06-3-l2-a": "not_known" },
    note: "=1+1",
    confidence: "low",
  });
  await setTarget(ours.lead, place, { level: 4, by: new Date("2027-03-31"), reason: "Wanted", owner: "" }, 0);
  const { document, result } = await documentsOf(ours);

  const theirs = await trustWithRound();
  const outcome = await sent(theirs.lead, theirs.round, JSON.stringify(document));
  if (outcome.kind !== "kept") throw new Error(JSON.stringify(outcome));
  const preview = await previewAnswers(theirs.lead, theirs.round, outcome.id, now);
  expect(preview?.problems).toEqual([]);
  expect(preview?.changes.every(({ kind }) => kind === "change")).toBe(true);
  const at = { assessmentId: theirs.round, uploadId: outcome.id };
  const taken = preview?.changes.map(({ id }) => id) ?? [];
  const applied = await applyAnswers(theirs.lead, at, { seen: preview?.seen ?? "", taken }, now);
  expect(applied).toEqual({ kind: "applied", taken: taken.length });
  const again = await documentsOf(theirs);
  expect(again.document.answers).toEqual(document.answers);
  expect(again.result).toEqual(result);
});

test("what stands and says otherwise is a conflict, since nobody knows what the document was made against", async () => {
  const ours = await trustWithRound();
  const place = { assessmentId: ours.round, capabilityId: "c06-3", scope: "organisation" };
  await save(ours.lead, place, { version: 0, level: 2, note: "Ours" });
  const { document } = await documentsOf(ours);
  const answers = [{ capability: "c06-3", note: "Theirs" }];
  const outcome = await sent(ours.lead, ours.round, JSON.stringify({ ...document, answers }));
  if (outcome.kind !== "kept") throw new Error(JSON.stringify(outcome));
  const preview = await previewAnswers(ours.lead, ours.round, outcome.id, now);
  expect(preview?.changes).toMatchObject([
    { kind: "conflict", from: "Ours", to: "Theirs", at: "/answers/0/note" },
  ]);
});

test("a document with mistakes is told of place by place and counts for nothing; other questions are refused", async () => {
  const { lead, round } = await trustWithRound();
  const { document } = await documentsOf({ lead, round });
  const wrong = {
    ...document,
    answers: [{ capability: "c06-3", criteria: { "c99-9": "met" } }, { capability: "c00-0" }],
  };
  const outcome = await sent(lead, round, JSON.stringify(wrong));
  if (outcome.kind !== "kept") throw new Error(JSON.stringify(outcome));
  const preview = await previewAnswers(lead, round, outcome.id, now);
  expect(preview?.changes).toEqual([]);
  expect(preview?.problems.map(({ at }) => at)).toEqual([
    "/answers/0/criteria/c99-9",
    "/answers/1/capability",
  ]);
  const older = { ...document, framework: { id: "nhs-trust", version: "2020.1" } };
  expect(await sent(lead, round, JSON.stringify(older))).toEqual({
    kind: "refused",
    reason: "other_questions",
  });
  const elsewhere = { ...document, careSetting: "ambulance", answers: [] };
  expect(await sent(lead, round, JSON.stringify(elsewhere))).toEqual({
    kind: "refused",
    reason: "other_setting",
  });
  const bytes = Buffer.from([0xff, 0xfe, 0x00]);
  const utf16 = await uploadAnswers(lead, round, { name: "a.json", bytes }, now);
  expect(utf16).toEqual({ kind: "refused", reason: "not_document" });
});

test("letters that no database keeps come in as a sign for them, wherever a file has them: its texts, names and its own", async () => {
  const { lead, round } = await trustWithRound();
  const { document } = await documentsOf({ lead, round });
  const odd = "a\0b\ud83d";
  const evidence = [{ title: odd, grade: "stated" }];
  const answers = [{ capability: "c06-3", criteria: { "c06-3-l2-a": "met" }, note: odd, evidence }];
  const file = { name: `${odd}.json`, bytes: Buffer.from(JSON.stringify({ ...document, answers })) };
  const outcome = await uploadAnswers(lead, round, file, now);
  if (outcome.kind !== "kept") throw new Error(JSON.stringify(outcome));
  const preview = await previewAnswers(lead, round, outcome.id, now);
  expect(preview?.changes).toContainEqual(expect.objectContaining({ to: "a\uFFFDb\uFFFD" }));
  const at = { assessmentId: round, uploadId: outcome.id };
  const taken = preview?.changes.map(({ id }) => id) ?? [];
  const applied = await applyAnswers(lead, at, { seen: preview?.seen ?? "", taken }, now);
  expect(applied).toEqual({ kind: "applied", taken: taken.length });

  const mistaken = JSON.stringify({ ...document, answers: [{ capability: "c06-3", [odd]: 1 }] });
  const told = await sent(lead, round, mistaken);
  if (told.kind !== "kept") throw new Error(JSON.stringify(told));
  const [problem] = (await previewAnswers(lead, round, told.id, now))?.problems ?? [];
  expect(problem?.at).toBe("/answers/0/a\uFFFDb\uFFFD");
});
