import { expect, test } from "vitest";
import { answerDocuments } from "@/lib/data/answer-documents";
import { takeOrganisation } from "@/lib/data/organisation-export";
import { readAssessmentDocument } from "@/lib/exchange/assessment-document";
import { score } from "@/lib/scoring/score";
import { lookBeneath } from "@/tests/support/database";
import { save, startedRound, tasksIn } from "@/tests/support/round";
import { makeTrust } from "@/tests/support/trust";

const PEOPLE = 20;
const TAKEN = 10;

test("I take everything out, and the answers of a care setting, while 20 people save: each time one moment (EX-2)", async () => {
  const trust = await makeTrust(["acute", "community"]);
  const lead = await trust.let("digital_lead");
  const round = await startedRound(lead, trust.id, { careSettings: ["acute", "community"] });
  const questions = (await tasksIn(lead, round)).slice(0, PEOPLE);
  const people = await Promise.all(questions.map(() => trust.let("digital_lead")));
  let busy = true;
  const saving = Promise.all(
    questions.map(async ({ capability, scope }, index) => {
      const person = people[index] ?? lead;
      const place = { assessmentId: round, capabilityId: capability.id, scope };
      let version = 0;
      for (; busy; version += 1) {
        const outcome = await save(person, place, { version, level: (version % 4) + 1 });
        if (outcome.kind !== "saved") throw new Error(outcome.kind);
      }
      return version;
    }),
  );
  const grown: number[] = [];
  try {
    for (let turn = 0; turn < TAKEN; turn += 1) {
      const outcome = await takeOrganisation(lead, trust.id, { format: "json", file: "everything.zip" });
      if (outcome.kind !== "taken") throw new Error(outcome.kind);
      const { parts, events } = outcome.contents;
      const { answers, answerRevisions } = parts;
      const versions = answers.reduce((sum, { version }) => sum + Number(version), 0);
      // Each answer with all of its versions and no other, and an event for each of them.
      expect(answerRevisions).toHaveLength(versions);
      expect(events.filter(({ action }) => action === "answer.saved")).toHaveLength(versions);
      grown.push(versions);

      const made = await answerDocuments(lead, round, "acute", new Date());
      if (!made) throw new Error("The lead answers all questions.");
      const read = readAssessmentDocument(made.document, () => made.work.framework);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(score(read.framework, "acute", read.answers)).toEqual(made.result);
    }
  } finally {
    busy = false;
  }
  const saved = (await saving).reduce((sum, count) => sum + count, 0);
  // They did save meanwhile, each of them, and nothing was lost over it.
  expect(grown.at(-1)).toBeGreaterThan(grown[0] ?? 0);
  const [row] = await lookBeneath<{ count: number }>(
    "SELECT count(*)::int AS count FROM answer_revision WHERE assessment_id = $1",
    [round],
  );
  expect(row?.count).toBe(saved);
});
