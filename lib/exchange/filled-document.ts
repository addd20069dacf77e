import { differsHere, type AnswerScope } from "@/lib/assessment/scopes";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { type FilledQuestion, type FilledWorkbook, type NewEvidence, rowId } from "./answer-workbook";
import { readAssessmentDocument } from "./assessment-document";
import type { AnswerDocument } from "./assessment-schema";
import { parseJson } from "./json-text";
import type { AskedQuestion } from "./read-answer-workbook";

/** Why an assessment document is not taken. What is wrong inside one is told of place by place instead. */
export type DocumentRefusal = "not_document" | "other_questions" | "other_setting";

/** The same in a sentence for whoever chose the file. */
export const documentRefusals: Readonly<Record<DocumentRefusal, string>> = {
  not_document:
    "The file is no assessment document. Choose a .json file in the form digital-maturity/assessment@1",
  other_questions: "The file has the questions of another version. This assessment cannot take them",
  other_setting: "The file is for a care setting that this assessment does not cover",
};

export type DocumentRead = { ok: true; filled: FilledWorkbook } | { ok: false; reason: DocumentRefusal };

/**
 * Reads an assessment document as something that was filled in: what it says of each question, at its JSON Pointer.
 * Nobody knows which versions it was filled in against, so whatever stands and says otherwise is a conflict. One with a
 * mistake in it is told of and counts for nothing, as everywhere documents are read. Never throws.
 */
export function readFilledDocument(
  bytes: Uint8Array,
  expected: {
    framework: Framework;
    careSettings: readonly CareSetting[];
    questions: readonly AskedQuestion[];
  },
): DocumentRead {
  const { framework } = expected;
  const text = textOf(bytes);
  const parsed = text === null ? null : parseJson(text);
  if (!parsed) return { ok: false, reason: "not_document" };
  if (!parsed.ok) return { ok: true, filled: withProblems(parsed.problems) };
  let asked: string | null = null;
  const read = readAssessmentDocument(parsed.value, (id, version) => {
    asked = `${id} ${version}`;
    return asked === `${framework.id} ${framework.version}` ? framework : undefined;
  });
  if (asked !== null && asked !== `${framework.id} ${framework.version}`) {
    return { ok: false, reason: "other_questions" };
  }
  if (!read.ok) return { ok: true, filled: withProblems(read.problems) };
  if (!expected.careSettings.includes(read.careSetting)) return { ok: false, reason: "other_setting" };
  const known = new Map(expected.questions.map((one) => [rowId(one.capability.id, one.scope), one]));
  const questions: FilledQuestion[] = [];
  const evidence: NewEvidence[] = [];
  read.document.answers.forEach((answer, index) => {
    const scope = scopeFor(known, answer.capability, read.careSetting);
    if (scope === null) return;
    const place = { capabilityId: answer.capability, scope };
    const criteria = read.answers.get(answer.capability)?.criteria ?? {};
    const at = (part: string) => `/answers/${index}/${part}`;
    questions.push({ ...place, version: null, target: null, cells: cellsOf(answer, criteria, at) });
    evidence.push(...evidenceOf(answer, at).map((item) => ({ ...place, ...item })));
  });
  return { ok: true, filled: { madeAt: null, questions, evidence, problems: [], missing: 0 } };
}

function withProblems(problems: readonly { path: string; message: string }[]): FilledWorkbook {
  const told = problems.map(({ path, message }) => ({ at: path || "The document", message }));
  return { madeAt: null, questions: [], evidence: [], problems: told, missing: 0 };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A setting's own answer where it has one, or else the whole organisation's; null where neither is asked. */
function scopeFor(
  known: ReadonlyMap<string, AskedQuestion>,
  capabilityId: string,
  setting: CareSetting,
): AnswerScope | null {
  const own = known.get(rowId(capabilityId, setting));
  if (own && (own.capability.scope === "setting" || differsHere(own.capability, own.scope))) return own.scope;
  return known.get(rowId(capabilityId, "organisation"))?.scope ?? null;
}

function cellsOf(
  { note, confidence, notApplicable, target }: AnswerDocument,
  criteria: Readonly<Record<string, string>>,
  at: (part: string) => string,
): FilledQuestion["cells"] {
  const said: [string, string, string | undefined][] = [
    ["applies", "notApplicable", notApplicable?.reason],
    ["note", "note", note],
    ["confidence", "confidence", confidence ?? undefined],
    ["target.level", "target", target && String(target.level)],
    ["target.by", "target", target && (target.by ?? "")],
    ["target.reason", "target", target && (target.reason ?? "")],
    ...Object.entries(criteria).map(([id, state]): [string, string, string] => [
      `criteria.${id}`,
      `criteria/${id}`,
      state,
    ]),
  ];
  return Object.fromEntries(
    said.flatMap(([field, part, text]) => (text === undefined ? [] : [[field, { text, at: at(part) }]])),
  );
}

function evidenceOf({ evidence = [] }: AnswerDocument, at: (part: string) => string) {
  return evidence.map(({ title, url, reference, owner, effective, review, grade, counter }, index) => ({
    at: at(`evidence/${index}`),
    title,
    url: url ?? "",
    reference: reference ?? "",
    owner: owner ?? "",
    effective: effective ?? null,
    review: review ?? null,
    counter: counter ?? false,
    grade: grade === "none" || grade === "documented" ? grade : ("stated" as const),
  }));
}
