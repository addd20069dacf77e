import type { AnswerContent } from "@/lib/assessment/stored-answer";
import type { AnswerScope } from "@/lib/assessment/scopes";
import type { CriterionState } from "@/lib/scoring/answers";
import { spreadsheetText } from "@/lib/report/spreadsheet-text";
import {
  APPLIES,
  type FilledQuestion,
  type FilledWorkbook,
  type NewEvidence,
  rowId,
  type WorkbookTarget,
} from "./answer-workbook";
import { typedText } from "./read-answer-workbook";
import type { CellProblem } from "./workbook-table";

/**
 * One thing a filled-in file would change. `conflict`: somebody saved something else since the file was made, so that
 * both are shown. `clear`: the cell was emptied.
 */
export type WorkbookChange = {
  id: string;
  capabilityId: string;
  scope: AnswerScope;
  /** "criteria.<id>", "applies", "note", "confidence" or "target"; "evidence" for a piece that is new. */
  field: string;
  kind: "change" | "conflict" | "clear";
  /** As the values are kept; empty for nothing. A target is its parts, a piece of evidence its title. */
  from: string;
  to: string;
  /** Sheet and cell. */
  at: string;
};

/** Where a question stands now, and where it stood when the file was made. */
export type StandingQuestion = {
  capabilityId: string;
  scope: AnswerScope;
  current: AnswerContent | null;
  /** The answer at the version the file was filled in against; undefined where that is not known. */
  base: AnswerContent | null | undefined;
  target: WorkbookTarget | null;
  /** Titles of the evidence that is linked already. */
  evidence: readonly { title: string; url: string }[];
};

export type Changes = { changes: WorkbookChange[]; problems: CellProblem[] };

/**
 * What a filled-in file would change, question by question. A cell that says what it said when the file was made was
 * not touched, whatever has been saved since; one that says what stands now changes nothing.
 */
export function workbookChanges(filled: FilledWorkbook, standing: readonly StandingQuestion[]): Changes {
  const known = new Map(standing.map((one) => [rowId(one.capabilityId, one.scope), one]));
  const problems: CellProblem[] = [...filled.problems];
  const changes = filled.questions.flatMap((question) => {
    const stands = known.get(rowId(question.capabilityId, question.scope));
    if (!stands) return [];
    return [...answerChanges(question, stands, problems), ...targetChange(question, stands, problems)];
  });
  const added = filled.evidence.flatMap((item) => evidenceChange(item, known));
  return { changes: [...changes, ...added], problems };
}

const answerFields = ["applies", "note", "confidence"];

function answerChanges(
  { cells, capabilityId, scope }: FilledQuestion,
  { current, base, scope: checked }: StandingQuestion,
  problems: CellProblem[],
): WorkbookChange[] {
  const place = { capabilityId, scope: checked };
  const fields = Object.keys(cells).filter(
    (field) => answerFields.includes(field) || field.startsWith("criteria."),
  );
  const found = fields.flatMap((field): WorkbookChange[] => {
    const cell = cells[field];
    if (!cell) return [];
    const [stood, now] = [valueIn(base ?? null, field), valueIn(current, field)];
    const to = field === "note" ? noteTyped(cell.text, [stood, now]) : cell.text;
    if (to === stood || to === now || (field === "applies" && to === "")) return [];
    const id = `${rowId(capabilityId, scope)} ${field}`;
    const kind = to === "" ? "clear" : stood === now ? "change" : "conflict";
    return [{ id, ...place, field, kind, from: now, to, at: cell.at }];
  });
  const applies = found.find(({ field }) => field === "applies");
  if (!applies || applies.to === APPLIES) return found;
  // It cannot both not apply and have statements judged: the statements are left out, in so many words.
  return found.filter(({ field, at }) => {
    if (!field.startsWith("criteria.")) return true;
    problems.push({
      at,
      message: "The workbook also says that this question does not apply, so this is left out.",
    });
    return false;
  });
}

/** What an answer says in one of its parts; empty for nothing. */
function valueIn(content: AnswerContent | null, field: string): string {
  if (field === "applies") return content?.notApplicable ?? APPLIES;
  if (content === null) return "";
  if (field === "note") return content.note;
  if (field === "confidence") return content.confidence ?? "";
  return content.criteria[field.slice("criteria.".length)] ?? "";
}

/** A note as it was typed. White space around it does not count, nor what made it safe for a spreadsheet. */
function noteTyped(cell: string, untouched: readonly string[]): string {
  const same = untouched.find((text) => spreadsheetText(text).trim() === cell.trim());
  return same ?? typedText(cell).trim();
}

function targetChange(
  { cells, capabilityId, scope, target: base }: FilledQuestion,
  { target: current, scope: checked }: StandingQuestion,
  problems: CellProblem[],
): WorkbookChange[] {
  const [level, by, reason] = [cells["target.level"], cells["target.by"], cells["target.reason"]];
  const at = (level ?? by ?? reason)?.at;
  if (at === undefined) return [];
  const typed = {
    level: level ? level.text : String(base?.level ?? ""),
    by: by ? by.text : (base?.by ?? ""),
    reason: reason
      ? noteTyped(reason.text, [base?.reason ?? "", current?.reason ?? ""])
      : (base?.reason ?? ""),
  };
  const empty = typed.level === "" && typed.by === "" && typed.reason === "";
  const to = empty ? "" : textOfTarget(typed.level, typed.by || null, typed.reason);
  const [stood, now] = [targetText(base), targetText(current)];
  if (to === stood || to === now) return [];
  if (to !== "" && (typed.level === "" || typed.reason === "")) {
    const message = "A target needs a level and why it is wanted. Fill in both, or empty all of it.";
    problems.push({ at, message });
    return [];
  }
  const kind = to === "" ? "clear" : stood === now ? "change" : "conflict";
  const id = `${rowId(capabilityId, scope)} target`;
  return [{ id, capabilityId, scope: checked, field: "target", kind, from: now, to, at }];
}

/** A target as a change carries it; empty for none. */
export function targetText(target: WorkbookTarget | null): string {
  return target === null ? "" : textOfTarget(String(target.level), target.by, target.reason);
}

function textOfTarget(level: string, by: string | null, reason: string): string {
  return JSON.stringify([level, by, reason]);
}

/** The target that a change to one says, or null where it takes it back. */
export function targetOf(text: string): WorkbookTarget | null {
  if (text === "") return null;
  const [level, by, reason] = JSON.parse(text) as [string, string | null, string];
  return { level: Number(level), by, reason };
}

/** How a new piece of evidence is chosen by: where it stands in the file. */
export function evidenceId({ at }: Pick<NewEvidence, "at">): string {
  return `evidence ${at.replace(/\W+/g, " ")}`;
}

function evidenceChange(item: NewEvidence, known: ReadonlyMap<string, StandingQuestion>): WorkbookChange[] {
  const { capabilityId, scope, title, url, at } = item;
  const stands = known.get(rowId(capabilityId, scope));
  if (!stands || stands.evidence.some((one) => one.title === title && one.url === url)) return [];
  const place = { capabilityId, scope: stands.scope };
  return [{ id: evidenceId(item), ...place, field: "evidence", kind: "change", from: "", to: title, at }];
}

/**
 * The answer that these changes make of one that stands. A statement that is judged makes the question apply again;
 * whatever is not among the changes stays.
 */
export function answerWith(current: AnswerContent | null, changes: readonly WorkbookChange[]): AnswerContent {
  const before = current ?? { criteria: {}, notApplicable: null, note: "", confidence: null };
  const criteria: Record<string, CriterionState> = { ...before.criteria };
  let { notApplicable, note, confidence } = before;
  for (const { field, to } of changes) {
    if (field === "note") note = to;
    else if (field === "confidence") confidence = isConfidence(to) ? to : null;
    else if (field === "applies") notApplicable = to === APPLIES ? null : to;
    else if (field.startsWith("criteria.")) {
      const id = field.slice("criteria.".length);
      if (isState(to)) criteria[id] = to;
      else delete criteria[id];
      notApplicable = null;
    }
  }
  return { criteria: notApplicable === null ? criteria : {}, notApplicable, note, confidence };
}

function isState(text: string): text is CriterionState {
  return ["met", "not_met", "not_known"].includes(text);
}

function isConfidence(text: string): text is NonNullable<AnswerContent["confidence"]> {
  return ["low", "medium", "high"].includes(text);
}
