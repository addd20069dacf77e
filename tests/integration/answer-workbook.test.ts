import { beforeEach, describe, expect, test } from "vitest";
import type { CurrentUser } from "@/lib/access/user";
import { applyAnswers, previewAnswers } from "@/lib/data/apply-answers";
import { getAnswer } from "@/lib/data/answers";
import { setTarget } from "@/lib/data/targets";
import { answersWorkbook, uploadAnswers } from "@/lib/data/upload-answers";
import { removeOldUploads } from "@/lib/data/uploads";
import { lookBeneath } from "@/tests/support/database";
import { cellOf, fillIn, openWorkbook, type Typing } from "@/tests/support/fill-in";
import { answerEverything, save, startedRound } from "@/tests/support/round";
import { makeTrust, type Trust } from "@/tests/support/trust";

let trust: Trust;
let lead: CurrentUser;
let round: string;

beforeEach(async () => {
  trust = await makeTrust();
  lead = await trust.let("digital_lead");
  round = await startedRound(lead, trust.id);
});

const now = new Date();
const recovery = "c06-3 organisation";
const note = (value: Typing["value"], row = recovery): Typing => ({
  sheet: "Questions",
  row,
  heading: "Note",
  value,
});
const statement = (row: string, value: Typing["value"]): Typing => ({
  sheet: "Statements",
  row,
  heading: "Answer",
  value,
});
const place = (capabilityId: string, scope = "organisation") => ({
  assessmentId: round,
  capabilityId,
  scope,
});

async function download(user = lead): Promise<Buffer> {
  const made = await answersWorkbook(user, round, now);
  if (!made) throw new Error("There is no workbook");
  return made.file;
}

async function upload(bytes: Uint8Array, user = lead) {
  const outcome = await uploadAnswers(user, round, { name: "answers.xlsx", bytes }, now);
  if (outcome.kind !== "kept") throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

async function preview(id: string, user = lead) {
  const found = await previewAnswers(user, round, id, now);
  if (!found) throw new Error("There is no preview");
  return found;
}

async function apply(id: string, taken: "all" | readonly string[] = "all", user = lead) {
  const { changes, seen } = await preview(id, user);
  const ids = taken === "all" ? changes.map((change) => change.id) : taken;
  return applyAnswers(user, { assessmentId: round, uploadId: id }, { seen, taken: ids }, now);
}

const answer = async (capabilityId: string, scope = "organisation") =>
  getAnswer(lead, place(capabilityId, scope));

describe("I take the assessment along, fill it in on the train and bring it back", () => {
  test("a workbook I did not touch changes nothing, whatever was written into the notes", async () => {
    await answerEverything(lead, round);
    const written = ["=1+1", "'=1+1", "@SUM(A1)", " two\nlines ", "\uFF1D1", "- a point", "'quoted'"];
    const places = ["c06-1", "c06-2", "c06-3", "c10-1", "c10-2", "c09-1", "c09-2"];
    for (const [index, text] of written.entries()) {
      const at = places[index] ?? "";
      const scope = (
        await lookBeneath<{ scope: string }>(
          "SELECT scope FROM answer WHERE assessment_id = $1 AND capability_id = $2",
          [round, at],
        )
      )[0]?.scope;
      expect(await save(lead, place(at, scope), { version: 1, level: 3, note: text })).toMatchObject({
        kind: "saved",
      });
    }
    const found = await preview(await upload(await download()));
    expect({ changes: found.changes, problems: found.problems, missing: found.filled.missing }).toEqual({
      changes: [],
      problems: [],
      missing: 0,
    });
    // And so when a spreadsheet program saved it anew.
    const again = await preview(await upload(await fillIn(await download(), [])));
    expect(again.changes).toEqual([]);
  });

  test("what I typed is shown and then saved, each answer as a version of its own, in my name", async () => {
    await save(lead, place("c06-3"), {
      version: 0,
      criteria: { "c06-3-l2-a": "met" },
      note: "Tested in May",
    });
    const bytes = await fillIn(await download(), [
      statement("c06-3-l2-a organisation", "Not met"),
      statement("c06-3-l2-b organisation", "Met"),
      note("Tested in May and in June"),
      { sheet: "Questions", row: recovery, heading: "Confidence", value: "High" },
      { sheet: "Questions", row: recovery, heading: "Target level", value: 4 },
      { sheet: "Questions", row: recovery, heading: "Target by", value: new Date("2027-03-31T00:00:00Z") },
      { sheet: "Questions", row: recovery, heading: "Why this target", value: "The board asked" },
    ]);
    const id = await upload(bytes);
    const { changes, problems } = await preview(id);
    expect(problems).toEqual([]);
    expect(changes.map(({ field, kind, from, to }) => [field, kind, from, to])).toEqual([
      ["note", "change", "Tested in May", "Tested in May and in June"],
      ["confidence", "change", "", "high"],
      ["criteria.c06-3-l2-a", "change", "met", "not_met"],
      ["criteria.c06-3-l2-b", "change", "", "met"],
      ["target", "change", "", '["4","2027-03-31","The board asked"]'],
    ]);
    expect(await apply(id)).toEqual({ kind: "applied", taken: 5 });
    expect(await answer("c06-3")).toMatchObject({
      version: 2,
      criteria: { "c06-3-l2-a": "not_met", "c06-3-l2-b": "met" },
      note: "Tested in May and in June",
      confidence: "high",
    });
    const revisions = await lookBeneath(
      "SELECT kind FROM answer_revision WHERE assessment_id = $1 ORDER BY version",
      [round],
    );
    expect(revisions).toEqual([{ kind: "saved" }, { kind: "workbook" }]);
    const targets = await lookBeneath("SELECT level, by::text, reason FROM target WHERE assessment_id = $1", [
      round,
    ]);
    expect(targets).toEqual([{ level: 4, by: "2027-03-31", reason: "The board asked" }]);
    // A second press of the button, or the same page in another tab, does nothing twice.
    expect(await apply(id)).toEqual({ kind: "applied_already" });
  });

  test("evidence I added below the list is in the register, once", async () => {
    await save(lead, place("c06-3"), { version: 0, level: 2 });
    const bytes = await fillIn(await download(), [], (workbook) => {
      const sheet = workbook.getWorksheet("Evidence");
      sheet?.getRow(2).splice(1, 0);
      const row = sheet?.getRow(2);
      row?.splice(1, 0);
      [
        "",
        recovery,
        "Failover test",
        "https://example.org/test",
        "FT-7",
        "Infrastructure",
        "01/05/2026",
        "",
        "Documented",
        "No",
      ].forEach((value, index) => {
        if (row && value) row.getCell(index + 1).value = value;
      });
    });
    expect(await apply(await upload(bytes))).toEqual({ kind: "applied", taken: 1 });
    const rows = await lookBeneath(
      "SELECT title, url, grade, effective_on::text FROM evidence WHERE organisation_id = $1",
      [trust.id],
    );
    expect(rows).toEqual([
      {
        title: "Failover test",
        url: "https://example.org/test",
        grade: "documented",
        effective_on: "2026-05-01",
      },
    ]);
    expect((await preview(await upload(bytes))).changes).toEqual([]);
  });

  test("only what I tick is saved; a cell I emptied is cleared only if I say so; a column I deleted is left alone", async () => {
    await save(lead, place("c06-3"), { version: 0, level: 3, note: "Kept", confidence: "low" });
    const id = await upload(
      await fillIn(await download(), [note(null), { ...note("High"), heading: "Confidence" }], (workbook) => {
        workbook.getWorksheet("Statements")?.spliceColumns(6, 1);
      }),
    );
    const { changes } = await preview(id);
    expect(changes.map(({ field, kind }) => [field, kind])).toEqual([
      ["note", "clear"],
      ["confidence", "change"],
    ]);
    await apply(id, [`${recovery} confidence`]);
    expect(await answer("c06-3")).toMatchObject({ note: "Kept", confidence: "high", version: 2 });
  });

  test("rows in any order, some deleted: the rest counts, and what is missing is counted", async () => {
    const bytes = await fillIn(await download(), [note("Here")], (workbook) => {
      const sheet = workbook.getWorksheet("Questions");
      const moved = sheet?.getRow(3).values;
      sheet?.spliceRows(2, 2);
      if (moved) sheet?.addRow(moved);
    });
    const { changes, problems, filled } = await preview(await upload(bytes));
    expect(changes.map(({ to }) => to)).toEqual(["Here"]);
    expect({ problems, missing: filled.missing }).toEqual({ problems: [], missing: 1 });
  });
});

describe("a colleague was at work meanwhile", () => {
  test("what they saved and I did not touch stays; where both of us wrote I see both, and nothing is chosen for me", async () => {
    await save(lead, place("c06-3"), { version: 0, criteria: { "c06-3-l2-a": "met" }, note: "First" });
    const mine = await download();
    const other = await trust.let("digital_lead");
    await save(other, place("c06-3"), {
      version: 1,
      criteria: { "c06-3-l2-a": "not_known", "c06-3-l2-b": "met" },
      note: "Theirs",
    });
    const id = await upload(await fillIn(mine, [note("Mine"), statement("c06-3-l2-c organisation", "Met")]));
    const { changes } = await preview(id);
    expect(changes.map(({ field, kind, from, to }) => [field, kind, from, to])).toEqual([
      ["note", "conflict", "Theirs", "Mine"],
      ["criteria.c06-3-l2-c", "change", "", "met"],
    ]);
    await apply(id, [`${recovery} criteria.c06-3-l2-c`]);
    expect(await answer("c06-3")).toMatchObject({
      note: "Theirs",
      criteria: { "c06-3-l2-a": "not_known", "c06-3-l2-b": "met", "c06-3-l2-c": "met" },
    });
  });

  test("they save while I look at the preview: nothing is saved, and I look again", async () => {
    const id = await upload(await fillIn(await download(), [note("Mine")]));
    const { changes, seen } = await preview(id);
    await save(lead, place("c06-3"), { version: 0, level: 1, note: "Theirs" });
    const taken = changes.map((change) => change.id);
    const at = { assessmentId: round, uploadId: id };
    expect(await applyAnswers(lead, at, { seen, taken }, now)).toEqual({ kind: "stale" });
    expect(await answer("c06-3")).toMatchObject({ note: "Theirs", version: 1 });
    expect((await preview(id)).changes.map(({ kind }) => kind)).toEqual(["conflict"]);
  });

  test("three workbooks filled in at once: every cell is the value, in the history, or was shown and not chosen", async () => {
    await answerEverything(lead, round, 2);
    const people = [lead, await trust.let("digital_lead"), await trust.let("digital_lead")];
    const workbook = await download();
    const shared = ["c06-3 organisation", "c06-1 organisation"];
    const filled = await Promise.all(
      people.map((_person, index) =>
        fillIn(workbook, [
          ...shared.map((row) => note(`From person ${index} on ${row}`, row)),
          statement("c06-3-l3-a organisation", ["Met", "Not known", "Met"][index]),
          statement(`c06-3-l4-${"abc"[index]} organisation`, "Met"),
        ]),
      ),
    );
    const fates: string[] = [];
    for (const [index, person] of people.entries()) {
      const id = await upload(filled[index] ?? Buffer.alloc(0), person);
      const { changes } = await preview(id, person);
      // The second takes what conflicts as well, the third leaves it.
      const chosen = changes.filter(({ kind }) => index < 2 || kind === "change");
      for (const change of changes) {
        fates.push(`${index} ${change.field} ${change.to} ${chosen.includes(change) ? "chosen" : "shown"}`);
      }
      expect(
        await apply(
          id,
          chosen.map((change) => change.id),
          person,
        ),
      ).toMatchObject({ kind: "applied" });
    }
    const chain = JSON.stringify(
      await lookBeneath("SELECT value FROM answer_revision WHERE assessment_id = $1", [round]),
    );
    for (const index of [0, 1, 2]) {
      for (const row of shared) {
        const text = `From person ${index} on ${row}`;
        expect(chain.includes(text) || fates.includes(`${index} note ${text} shown`)).toBe(true);
      }
    }
    expect(fates.filter((fate) => fate.endsWith("shown")).length).toBe(3);
    expect(await answer("c06-3")).toMatchObject({ note: "From person 1 on c06-3 organisation", version: 4 });
    expect(await answer("c06-3")).toMatchObject({
      criteria: { "c06-3-l4-a": "met", "c06-3-l4-b": "met", "c06-3-l4-c": "met", "c06-3-l3-a": "not_known" },
    });
  });
});

describe("somebody brings what is not as it was made", () => {
  test("ids that were changed, a column sorted by itself, words that are not in the list, formulas: each told by its cell", async () => {
    const bytes = await fillIn(
      await download(),
      [
        { ...note("High ", recovery), heading: "Confidence", value: "Very high" },
        { ...note("x"), heading: "Target by", value: "next year" },
        note({ formula: "1+1", result: "2" }),
        statement("c06-3-l2-a organisation", "Yes"),
      ],
      (workbook) => {
        cellOf(workbook, {
          sheet: "Statements",
          row: "c06-3-l2-b organisation",
          heading: "Statement id",
        }).value = "c99-9";
        const two = ["c06-1", "c06-2"].map((id) =>
          cellOf(workbook, { sheet: "Questions", row: `${id} organisation`, heading: "Question id" }),
        );
        const [one, other] = two.map(({ value }) => value);
        two.forEach((cell, index) => (cell.value = index === 0 ? (other ?? null) : (one ?? null)));
      },
    );
    const { changes, problems } = await preview(await upload(bytes));
    expect(changes).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("formula"),
      expect.stringContaining("does not belong"),
      expect.stringContaining("does not belong"),
      expect.stringContaining("“Very high” is not in the list"),
      expect.stringContaining("“next year” is no date"),
      expect.stringContaining("“Yes” is not in the list"),
      expect.stringContaining("“c99-9” is no statement"),
    ]);
    expect(problems.every(({ at }) => /^(Questions|Statements), [A-Z]+\d+$/.test(at))).toBe(true);
  });

  test("the workbook of another assessment, of other questions, or of nobody is refused", async () => {
    const elsewhere = await makeTrust();
    const theirs = await elsewhere.let("digital_lead");
    const other = await startedRound(theirs, elsewhere.id);
    const bytes = await download();
    const refused = async (file: Uint8Array, user = lead, assessmentId = round) =>
      uploadAnswers(user, assessmentId, { name: "answers.xlsx", bytes: file }, now);
    expect(await refused(bytes, theirs, other)).toMatchObject({
      kind: "refused",
      reason: "other_assessment",
    });
    const versions = await fillIn(bytes, [], (workbook) => {
      workbook.getWorksheet("Identity")?.eachRow((row) => {
        if (row.getCell(1).text === "framework") row.getCell(3).value = "2025.1";
      });
    });
    expect(await refused(versions)).toMatchObject({ reason: "other_questions" });
    const without = await fillIn(bytes, [], (workbook) => workbook.removeWorksheet("Identity"));
    expect(await refused(without)).toMatchObject({ reason: "not_ours" });
  });

  test("it says a question does not apply and judges its statements: the first counts, the second is told", async () => {
    const [asked] = await lookBeneath<{ id: string; text: string; criterion: string }>(
      `SELECT c->>'id' AS id, c->'mayBeNotApplicable'->'reasons'->0->>'text' AS text,
              c->'levels'->1->'criteria'->0->>'id' AS criterion
       FROM framework_version f, jsonb_array_elements(f.document->'dimensions') d, jsonb_array_elements(d->'capabilities') c
       WHERE f.framework_id = 'nhs-trust' AND f.version = '2026.1' AND c->>'scope' = 'setting'
         AND jsonb_typeof(c->'mayBeNotApplicable') = 'object' LIMIT 1`,
    );
    if (!asked) throw new Error("No question may be not applicable");
    const id = await upload(
      await fillIn(await download(), [
        { ...note(`Does not apply: ${asked.text}`, `${asked.id} acute`), heading: "Does it apply?" },
        statement(`${asked.criterion} acute`, "Met"),
      ]),
    );
    const { changes, problems } = await preview(id);
    expect(changes.map(({ field }) => field)).toEqual(["applies"]);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining("does not apply")]);
    expect(await apply(id)).toMatchObject({ kind: "applied" });
    expect(await answer(asked.id, "acute")).toMatchObject({ criteria: {}, version: 1 });
  });
});

describe("who may, and for how long", () => {
  test("only who answers every question; what I brought in is mine alone, and gone after a day", async () => {
    const bytes = await fillIn(await download(), [note("Mine")]);
    const id = await upload(bytes);
    const other = await trust.let("digital_lead");
    const approver = await trust.let("approver");
    const stranger = await (await makeTrust()).let("digital_lead");
    expect(await previewAnswers(other, round, id, now)).toBeNull();
    for (const person of [approver, stranger]) {
      expect(await answersWorkbook(person, round, now)).toBeNull();
      expect(await uploadAnswers(person, round, { name: "a.xlsx", bytes }, now)).toEqual({
        kind: "not_found",
      });
      expect(await previewAnswers(person, round, id, now)).toBeNull();
    }
    const tomorrow = new Date(now.getTime() + 24 * 60 * 60_000);
    expect(await previewAnswers(lead, round, id, tomorrow)).toBeNull();
    expect(await removeOldUploads(new Date(tomorrow.getTime() - 1000))).toBe(0);
    expect(await removeOldUploads(tomorrow)).toBeGreaterThan(0);
    expect(await lookBeneath("SELECT FROM upload WHERE id = $1", [id])).toEqual([]);
  });

  test("a target that somebody set while I looked is not overwritten", async () => {
    const typed = (heading: string, value: Typing["value"]) => ({ ...note(value), heading });
    const id = await upload(
      await fillIn(await download(), [typed("Target level", 5), typed("Why this target", "Mine")]),
    );
    const { changes, seen } = await preview(id);
    await setTarget(lead, place("c06-3"), { level: 4, by: null, reason: "Theirs", owner: "" }, 0);
    const taken = changes.map((change) => change.id);
    const outcome = await applyAnswers(lead, { assessmentId: round, uploadId: id }, { seen, taken }, now);
    expect(outcome).toEqual({ kind: "stale" });
    expect((await preview(id)).changes).toMatchObject([{ kind: "conflict", from: '["4",null,"Theirs"]' }]);
  });

  test("the workbook opens with ids locked, lists to choose from, and its identity out of sight", async () => {
    const workbook = await openWorkbook(await download());
    const cell = (heading: string) => cellOf(workbook, { sheet: "Questions", row: recovery, heading });
    expect(cell("Question id").protection?.locked ?? true).toBe(true);
    expect(cell("Note").protection?.locked).toBe(false);
    expect(cell("Confidence").dataValidation).toMatchObject({ type: "list" });
    const answer = cellOf(workbook, {
      sheet: "Statements",
      row: "c06-3-l2-a organisation",
      heading: "Answer",
    });
    expect(answer.dataValidation.formulae[0]).toMatch(/^Choices!/);
    expect(workbook.getWorksheet("Questions")?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(["Identity", "Choices"].map((name) => workbook.getWorksheet(name)?.state)).toEqual([
      "hidden",
      "hidden",
    ]);
  });
});
