import { z } from "zod";
import type { AnswerScope } from "@/lib/assessment/scopes";
import { criteriaIn } from "@/lib/framework/find";
import type { Capability, CareSetting } from "@/lib/framework/schema";
import { spreadsheetText } from "@/lib/report/spreadsheet-text";
import {
  appliesWords,
  evidenceHeadings,
  type FilledQuestion,
  type FilledWorkbook,
  labels,
  type NewEvidence,
  questionHeadings,
  questionLabel,
  rowId,
  sheetNames,
  statementLabel,
  words,
} from "./answer-workbook";
import type { WorkbookSheet } from "./read-workbook";
import { identityIn } from "./workbook-identity";
import { type CellProblem, type TableCell, type TableRow, workbookTable } from "./workbook-table";

/** A question that may be on a row. */
export type AskedQuestion = { capability: Capability; scope: AnswerScope; settings: readonly CareSetting[] };

/** What the workbook should be for. */
export type Expected = {
  assessmentId: string;
  framework: { id: string; version: string };
  questions: readonly AskedQuestion[];
  /** False where whoever filled it in sets no targets: what it says of them is left out. */
  withTargets: boolean;
};

/** Why a workbook that was read is not taken. */
export type FilledRefusal = "not_ours" | "other_assessment" | "other_questions";

export type FilledRead = { ok: true; filled: FilledWorkbook } | { ok: false; reason: FilledRefusal };

/** The same in a sentence for whoever chose the file. */
export const filledRefusals: Readonly<Record<FilledRefusal, string>> = {
  not_ours:
    "The workbook does not say which assessment it is for. Download one here, and copy what you typed into it",
  other_assessment: "The workbook is of another assessment. Choose the one you downloaded here",
  other_questions: "The workbook has the questions of another version. Download a new one",
};

/**
 * Reads a workbook that was filled in: which assessment it is for, and what stands in each cell that can be filled in.
 * Rows are known by their id, and only while what they are about stands beside it; columns by their heading. What is
 * not understood is told of by sheet and cell, and the rest counts. Never throws.
 */
export function readAnswerWorkbook(sheets: readonly WorkbookSheet[], expected: Expected): FilledRead {
  const identity = identityIn(sheets);
  if (!identity) return { ok: false, reason: "not_ours" };
  if (identity.assessmentId.toLowerCase() !== expected.assessmentId.toLowerCase()) {
    return { ok: false, reason: "other_assessment" };
  }
  const { id, version } = expected.framework;
  if (identity.framework !== `${id} ${version}`) return { ok: false, reason: "other_questions" };
  const questions = new Map<string, FilledQuestion>();
  const asked = new Map(expected.questions.map((one) => [rowId(one.capability.id, one.scope), one]));
  for (const [key, one] of asked) {
    const stood = identity.stood.get(key);
    const place = { capabilityId: one.capability.id, scope: one.scope };
    questions.set(key, { ...place, version: stood?.version ?? 0, target: stood?.target ?? null, cells: {} });
  }
  const problems: CellProblem[] = [];
  const rows = readQuestions(sheets, asked, expected.withTargets, questions, problems);
  const statements = readStatements(sheets, expected.questions, questions, problems);
  const evidence = readEvidence(sheets, asked, problems);
  const missing = rows + statements;
  return {
    ok: true,
    filled: {
      madeAt: identity.madeAt,
      questions: [...questions.values()].filter(({ cells }) => Object.keys(cells).length > 0),
      evidence,
      problems,
      missing,
    },
  };
}

/** Returns how many questions have no row any more. */
function readQuestions(
  sheets: readonly WorkbookSheet[],
  asked: ReadonlyMap<string, AskedQuestion>,
  withTargets: boolean,
  questions: ReadonlyMap<string, FilledQuestion>,
  problems: CellProblem[],
): number {
  const fields = Object.entries(questionHeadings).filter(
    ([field]) => withTargets || !field.startsWith("target."),
  );
  const rows = rowsById(sheets, sheetNames.questions, labels.questionId, problems, [
    ...[labels.question, ...Object.values(questionHeadings)],
  ]);
  for (const [key, { row, at }] of rows) {
    const question = asked.get(key);
    const filled = questions.get(key);
    if (!question || !filled) {
      problems.push({ at, message: `“${key}” is no question of this assessment that you answer.` });
      continue;
    }
    if (isMoved(row, labels.question, questionLabel(question))) {
      problems.push({
        at,
        message: "This id does not belong to the question beside it, so the row is left out.",
      });
      continue;
    }
    for (const [field, heading] of fields) {
      const cell = row.cell(heading);
      const text = cell && meaningOf(field, cell.text, question.capability);
      if (cell && text === null) problems.push({ at: cell.at, message: notTaken(field, cell.text) });
      else if (cell && typeof text === "string") filled.cells[field] = { text, at: cell.at };
    }
  }
  return [...asked.keys()].filter((key) => !rows.has(key)).length;
}

/** What a cell of a question means; null where it cannot mean anything. Text is taken as it is. */
function meaningOf(field: string, text: string, capability: Capability): string | null {
  const said = text.trim();
  if (said === "") return "";
  switch (field) {
    case "applies":
      return oneOf(appliesWords(capability), said);
    case "confidence":
      return oneOf(words.confidence, said);
    case "target.level":
      return /^[1-5]$/.test(said) ? said : null;
    case "target.by":
      return dayIn(said);
    default:
      return text;
  }
}

function notTaken(field: string, text: string): string {
  const said = `“${text.trim().slice(0, 60)}”`;
  if (field === "target.level") return `${said} is no level. Type a number from 1 to 5.`;
  if (field === "target.by") return `${said} is no date. Type one such as 31/03/2027.`;
  return `${said} is not in the list. Choose one of its answers.`;
}

/** Returns how many statements have no row any more. */
function readStatements(
  sheets: readonly WorkbookSheet[],
  asked: readonly AskedQuestion[],
  questions: ReadonlyMap<string, FilledQuestion>,
  problems: CellProblem[],
): number {
  const rows = rowsById(sheets, sheetNames.statements, labels.statementId, problems, [
    ...[labels.statement, labels.answer],
  ]);
  const known = new Map(
    asked.flatMap(({ capability, scope, settings }) =>
      criteriaIn(capability, settings).flatMap(({ criteria }) =>
        criteria.map((criterion) => [rowId(criterion.id, scope), { capability, scope, criterion }] as const),
      ),
    ),
  );
  for (const [key, { row, at }] of rows) {
    const found = known.get(key);
    const filled = found && questions.get(rowId(found.capability.id, found.scope));
    if (!found || !filled) {
      problems.push({ at, message: `“${key}” is no statement of a question that you answer.` });
      continue;
    }
    if (isMoved(row, labels.statement, statementLabel(found.criterion, found.scope))) {
      const message = "This id does not belong to the statement beside it, so the row is left out.";
      problems.push({ at, message });
      continue;
    }
    const cell = row.cell(labels.answer);
    if (!cell) continue;
    const said = cell.text.trim();
    const state = said === "" ? "" : oneOf(words.answer, said);
    if (state === null) problems.push({ at: cell.at, message: notTaken("answer", said) });
    else filled.cells[`criteria.${found.criterion.id}`] = { text: state, at: cell.at };
  }
  return [...known.keys()].filter((key) => !rows.has(key)).length;
}

/** Evidence on rows without an id: that with one is there already, and changed in the register. */
function readEvidence(
  sheets: readonly WorkbookSheet[],
  asked: ReadonlyMap<string, AskedQuestion>,
  problems: CellProblem[],
): NewEvidence[] {
  const sheet = sheets.find(({ name }) => name === sheetNames.evidence);
  if (!sheet) return [];
  const { rows, problems: found } = workbookTable(sheet, Object.values(evidenceHeadings));
  problems.push(...found);
  return rows.flatMap((row): NewEvidence[] => {
    const said = (field: keyof typeof evidenceHeadings) =>
      row.cell(evidenceHeadings[field])?.text.trim() ?? "";
    const filled = Object.values(evidenceHeadings).map((heading) => row.cell(heading));
    const at = filled.find((cell) => cell && cell.text.trim() !== "")?.at;
    if (at === undefined || said("id") !== "") return [];
    const wrong = (message: string) => {
      problems.push({ at, message });
      return [];
    };
    const question = asked.get(said("question"));
    if (!question) return wrong("Choose the question this evidence is for from the list.");
    const [title, url, reference, owner] = [said("title"), said("url"), said("reference"), said("owner")].map(
      typedText,
    );
    if (!title || title.length > 500) return wrong("Evidence needs a title of 500 characters or fewer.");
    if (url && (!/^https?:\/\/\S+$/i.test(url) || url.length > 2000)) {
      return wrong("The web address must start with http:// or https://.");
    }
    if ((reference ?? "").length > 500 || (owner ?? "").length > 200) {
      return wrong("The reference takes 500 characters at most, and the owner 200.");
    }
    const [effective, review] = [said("effective"), said("review")].map((text) =>
      text === "" ? "" : dayIn(text),
    );
    if (effective === null || review === null) return wrong("Type each date such as 31/03/2027.");
    const grade = said("grade") === "" ? "stated" : oneOf(words.grade, said("grade"));
    const counter = said("counter") === "" ? "no" : oneOf(words.counter, said("counter"));
    if (grade === null || counter === null)
      return wrong("Choose the grade, and whether it speaks against, from the lists.");
    const parsed = z.enum(["none", "stated", "documented"]).parse(grade);
    return [
      {
        at,
        capabilityId: question.capability.id,
        scope: question.scope,
        title,
        url: url ?? "",
        reference: reference ?? "",
        owner: owner ?? "",
        effective: effective || null,
        review: review || null,
        grade: parsed,
        counter: counter === "yes",
      },
    ];
  });
}

/** The rows of a sheet by their id. One that comes twice is told of, and counts neither time. */
function rowsById(
  sheets: readonly WorkbookSheet[],
  name: string,
  idHeading: string,
  problems: CellProblem[],
  headings: readonly string[],
): Map<string, { row: TableRow; at: string }> {
  const sheet = sheets.find((one) => one.name === name);
  const found = new Map<string, { row: TableRow; at: string }>();
  if (!sheet) return found;
  const table = workbookTable(sheet, [idHeading, ...headings]);
  problems.push(...table.problems);
  if (!table.has(idHeading)) {
    problems.push({
      at: name,
      message: `There is no column headed “${idHeading}”, so nothing on this sheet counts.`,
    });
    return found;
  }
  const twice = new Set<string>();
  for (const row of table.rows) {
    const id = row.cell(idHeading);
    const filled = headings.some((heading) => row.cell(heading)?.text.trim());
    if (!id || id.text.trim() === "") {
      if (filled)
        problems.push({
          at: `${name}, row ${row.number}`,
          message: "This row has no id, so it is left out.",
        });
      continue;
    }
    const key = id.text.trim();
    if (found.has(key)) twice.add(key);
    found.set(key, { row, at: id.at });
  }
  for (const key of twice) {
    problems.push({
      at: found.get(key)?.at ?? name,
      message: `“${key}” is on two rows, and neither counts.`,
    });
    found.delete(key);
  }
  return found;
}

/** True where the row says, in so many words, that it is about something else: a column was sorted by itself. */
function isMoved(row: TableRow, heading: string, label: string): boolean {
  const beside = row.cell(heading);
  return beside !== undefined && !sameWords(beside, label);
}

function sameWords({ text }: TableCell, label: string): boolean {
  const plain = (words: string) => words.replace(/\s+/g, " ").trim();
  return plain(text) === plain(spreadsheetText(label));
}

/** What a word of a list stands for, however it is capitalised; null where it is not in the list. */
export function oneOf(list: Readonly<Record<string, string>>, said: string): string | null {
  const found = Object.entries(list).find(([word]) => word.toLowerCase() === said.toLowerCase());
  return found?.[1] ?? null;
}

/** A day as 2027-03-31, from that or as it is written here, 31/03/2027; null where there is no such day. */
export function dayIn(said: string): string | null {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(said) ?? [];
  const iso = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : said;
  return z.iso.date().safeParse(iso).success ? iso : null;
}

/** The text as it was typed: the apostrophe that kept it from running is not part of it. */
export function typedText(text: string): string {
  return text.startsWith("'") && spreadsheetText(text.slice(1)) === text ? text.slice(1) : text;
}
