import { beforeEach, describe, expect, test } from "vitest";
import { noteWorkbook } from "@/app/(service)/assessments/[assessmentId]/workbook/answers.xlsx/note-workbook";
import type { CurrentUser } from "@/lib/access/user";
import { answerDocuments } from "@/lib/data/answer-documents";
import { applyAnswers, previewAnswers } from "@/lib/data/apply-answers";
import { assign, handBack } from "@/lib/data/assignments";
import { pastExports } from "@/lib/data/exports";
import { saveAnswers } from "@/lib/data/save-answers";
import { setTarget } from "@/lib/data/targets";
import { answersWorkbook, uploadAnswers } from "@/lib/data/upload-answers";
import { askForViews } from "@/lib/data/voices";
import { exportInWords } from "@/lib/report/export-words";
import { lookBeneath } from "@/tests/support/database";
import { fillIn, openWorkbook, type Typing } from "@/tests/support/fill-in";
import { answerEverything, save, startedRound } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let ciso: CurrentUser;
let round: string;

const now = new Date();
const mine = "c06-2";
const others = "c06-1";

beforeEach(async () => {
  trust = await makeTrust();
  lead = await trust.let("digital_lead");
  ciso = await trust.let("contributor");
  round = await startedRound(lead, trust.id);
  await answerEverything(lead, round);
  await give(mine);
});

const place = (capabilityId: string) => ({ assessmentId: round, capabilityId, scope: "organisation" });

function give(capabilityId: string, to = ciso) {
  const questions = [{ capabilityId, scope: "organisation" }];
  return assign(lead, round, { questions, personId: to.personId, due: null, note: "" });
}

async function download(user = ciso): Promise<Buffer> {
  const made = await answersWorkbook(user, round, now);
  if (!made) throw new Error("There is no workbook");
  return made.file;
}

const note = (value: string, capabilityId = mine): Typing => ({
  sheet: "Questions",
  row: `${capabilityId} organisation`,
  heading: "Note",
  value,
});

async function bringBack(bytes: Uint8Array, user = ciso): Promise<string> {
  const outcome = await uploadAnswers(user, round, { name: "mine.xlsx", bytes }, now);
  if (outcome.kind !== "kept") throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

async function looked(uploadId: string, user = ciso) {
  const found = await previewAnswers(user, round, uploadId, now);
  if (!found) throw new Error("There is no preview");
  return found;
}

/** The note that stands, the version and who saved it. */
async function standing(capabilityId: string) {
  const [row] = await lookBeneath<{ note: string; version: number; by: string }>(
    "SELECT note, version, saved_by_id AS by FROM answer WHERE assessment_id = $1 AND capability_id = $2",
    [round, capabilityId],
  );
  return row;
}

describe("I take along the questions that are mine, and bring them back", () => {
  test("the workbook has my questions and nothing of anybody else's, and asks for no target", async () => {
    await setTarget(lead, place(mine), { level: 4, by: null, reason: "Theirs to set", owner: "" }, 0);
    await save(lead, place(others), { version: 1, level: 3, note: "Not for the contributor" });
    const workbook = await openWorkbook(await download());
    const ids = (sheet: string) =>
      (workbook.getWorksheet(sheet)?.getColumn(1).values ?? []).slice(2).map(String);
    expect(ids("Questions")).toEqual([`${mine} organisation`]);
    expect(ids("Statements").length).toBeGreaterThan(3);
    expect(ids("Statements").filter((id) => !id.startsWith(`${mine}-`))).toEqual([]);
    const said = JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()));
    for (const words of ["Not for the contributor", "Theirs to set", "Target", `${others} `]) {
      expect(said).not.toContain(words);
    }
  });

  test("what I typed is looked at first, then saved as my answer", async () => {
    const id = await bringBack(await fillIn(await download(), [note("Tested in June")]));
    const { changes, problems, filled, seen } = await looked(id);
    expect({ problems, missing: filled.missing }).toEqual({ problems: [], missing: 0 });
    expect(changes.map(({ field, to }) => [field, to])).toEqual([["note", "Tested in June"]]);
    const chosen = { seen, taken: changes.map((change) => change.id) };
    const outcome = await applyAnswers(ciso, { assessmentId: round, uploadId: id }, chosen, now);
    expect(outcome).toEqual({ kind: "applied", taken: 1 });
    expect(await standing(mine)).toEqual({ note: "Tested in June", version: 2, by: ciso.personId });
  });

  test("of the lead's workbook only my question counts, and no target; the other rows are told of", async () => {
    const typed = [
      note("Mine"),
      note("Not mine", others),
      { ...note("5"), heading: "Target level", value: 5 },
    ];
    const id = await bringBack(await fillIn(await download(lead), typed));
    const { changes, problems } = await looked(id);
    expect(changes.map(({ capabilityId, field }) => [capabilityId, field])).toEqual([[mine, "note"]]);
    expect(problems.map(({ message }) => message)).toContain(
      `“${others} organisation” is no question of this assessment that you answer.`,
    );
  });
});

describe("who may", () => {
  test("a question that was taken from me while I looked is not saved, nor anything with it", async () => {
    await give("c06-3");
    const id = await bringBack(await fillIn(await download(), [note("One"), note("Two", "c06-3")]));
    const { changes, seen } = await looked(id);
    const chosen = { seen, taken: changes.map((change) => change.id) };
    await give("c06-3", await trust.let("contributor"));
    const outcome = await applyAnswers(ciso, { assessmentId: round, uploadId: id }, chosen, now);
    expect(outcome).toEqual({ kind: "stale" });
    for (const capabilityId of [mine, "c06-3"])
      expect(await standing(capabilityId)).toMatchObject({ note: "" });
  });

  test("who answers their own questions saves many at once only where each is theirs", async () => {
    const body = { version: 1, level: 2, note: "Mine" };
    const scope = "organisation";
    const both = [mine, others].map((capabilityId) => ({ capabilityId, scope, body }));
    expect(await saveAnswers(ciso, round, both)).toEqual({ kind: "not_found" });
    expect(await standing(mine)).toMatchObject({ version: 1 });
    expect(await saveAnswers(ciso, round, both.slice(0, 1))).toEqual({ kind: "saved", answers: 1 });
  });

  test("a question I owe my own view of is not in it until I gave that", async () => {
    const about = { personIds: [ciso.personId], due: null, note: "" };
    expect(await askForViews(lead, place("c06-3"), about)).toMatchObject({ kind: "asked" });
    await give("c06-3");
    const made = await answersWorkbook(ciso, round, now);
    expect(made?.work.tasks.map(({ capability }) => capability.id)).toEqual([mine]);
  });

  test("with no question of mine there is none, and never the documents of a whole care setting", async () => {
    expect(await answerDocuments(ciso, round, "acute", now)).toBeNull();
    const bytes = new TextEncoder().encode("{}");
    expect(await uploadAnswers(ciso, round, { name: "answers.json", bytes }, now)).toMatchObject({
      kind: "refused",
    });
    expect(await answersWorkbook(await trust.let("contributor"), round, now)).toBeNull();
    expect(await answersWorkbook(await trust.let("coordinator"), round, now)).toBeNull();
    await handBack(ciso, place(mine), "Not mine to say");
    expect(await answersWorkbook(ciso, round, now)).toBeNull();
  });

  test("that I took it, and how much, is on the list of exports", async () => {
    for (const who of [ciso, lead]) {
      const made = await answersWorkbook(who, round, now);
      expect(made && (await noteWorkbook(who, made.work, now))).toMatch(/\.xlsx$/);
      // Nobody who answers nothing takes what another had made.
      expect(made && (await noteWorkbook(await trust.let("board_viewer"), made.work, now))).toBeNull();
    }
    const past = await pastExports(lead, trust.id, 10);
    expect(past?.exports.map((each) => [each.by, exportInWords(each)])).toEqual([
      [lead.name, "Answers, 2026/27"],
      [ciso.name, "Answers to 1 question, 2026/27"],
    ]);
  });
});
