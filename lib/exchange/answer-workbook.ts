import { z } from "zod";
import type { AnswerScope } from "@/lib/assessment/scopes";
import type { AnswerContent } from "@/lib/assessment/stored-answer";
import type { Capability, CareSetting, Framework } from "@/lib/framework/schema";
import { nameIn, textIn } from "@/lib/framework/wording";

// The workbook in which an assessment is filled in away from the service: what is on which sheet, and by which words
// it is known again when it comes back. Rows go by id, columns by heading, whatever their order.

export const WORKBOOK_FORMAT = "digital-maturity/workbook@1";

export const sheetNames = {
  about: "Read me",
  questions: "Questions",
  statements: "Statements",
  evidence: "Evidence",
  choices: "Choices",
  identity: "Identity",
} as const;

/** The headings of what can be filled in, by the part of an answer they are for. */
export const questionHeadings = {
  applies: "Does it apply?",
  note: "Note",
  confidence: "Confidence",
  "target.level": "Target level",
  "target.by": "Target by",
  "target.reason": "Why this target",
} as const;

/** The headings that say what a row is about. */
export const labels = {
  questionId: "Question id",
  question: "Question",
  for: "For",
  levelNow: "Level now",
  statementId: "Statement id",
  level: "Level",
  statement: "Statement",
  answer: "Answer",
} as const;

export const evidenceHeadings = {
  id: "Evidence id",
  question: "Question id",
  title: "Title",
  url: "Web address",
  reference: "Reference",
  owner: "Owner",
  effective: "Dated",
  review: "Review by",
  grade: "Grade",
  counter: "Speaks against",
} as const;

/** The words of each list to choose from, and what they stand for. */
export const words = {
  answer: { Met: "met", "Not met": "not_met", "Not known": "not_known" },
  confidence: { Low: "low", Medium: "medium", High: "high" },
  grade: { "Not graded": "none", Stated: "stated", Documented: "documented" },
  counter: { Yes: "yes", No: "no" },
} as const;

/** What stands for a question that applies, beside the ids of the reasons why one does not. */
export const APPLIES = "applies";

/** The words that say whether a question applies, and what they stand for. */
export function appliesWords(capability: Capability): Record<string, string> {
  const reasons = capability.mayBeNotApplicable?.reasons ?? [];
  return {
    Applies: APPLIES,
    ...Object.fromEntries(reasons.map(({ id, text }) => [`Does not apply: ${text}`, id])),
  };
}

const target = z.object({ level: z.int().min(1).max(5), by: z.string().nullable(), reason: z.string() });

/** A target as a workbook says it; `by` is a day, "2027-03-31". */
export type WorkbookTarget = z.output<typeof target>;

/** A question with what stood when the workbook was made. */
export type WorkbookQuestion = {
  capability: Capability;
  scope: AnswerScope;
  /** The care settings this answer serves. */
  settings: readonly CareSetting[];
  content: AnswerContent | null;
  version: number;
  level: string;
  target: WorkbookTarget | null;
};

/** A piece of evidence that is there already, on the row of one question. */
export type WorkbookEvidence = {
  id: string;
  capabilityId: string;
  scope: string;
  title: string;
  url: string;
  reference: string;
  owner: string;
  effective: string | null;
  review: string | null;
  grade: string;
  counter: boolean;
};

export type AnswerWorkbook = {
  assessmentId: string;
  organisation: string;
  round: string;
  framework: Framework;
  madeAt: Date;
  /** False where whoever fills it in sets no targets: it has no columns for them then. */
  withTargets: boolean;
  questions: readonly WorkbookQuestion[];
  evidence: readonly WorkbookEvidence[];
};

/** The id of a question's row, or of one of its statements: what it is, and for whom. */
export function rowId(id: string, scope: string): string {
  return `${id} ${scope}`;
}

/** How a question is named in its row. */
export function questionLabel({ capability, scope }: Pick<WorkbookQuestion, "capability" | "scope">): string {
  return `${capability.number} ${nameIn(capability, scope === "organisation" ? null : scope)}`;
}

/** How a statement reads in its row. */
export function statementLabel(criterion: Parameters<typeof textIn>[0], scope: AnswerScope): string {
  return textIn(criterion, scope === "organisation" ? null : scope);
}

const typedCell = z.object({ text: z.string(), at: z.string() });

const filledQuestion = z.object({
  capabilityId: z.string(),
  scope: z.string(),
  /** The version it was filled in against; null where that is not known. */
  version: z.int().min(0).nullable(),
  target: target.nullable(),
  /** What stands in each cell that can be filled in, and where; a column that is not there has none. */
  cells: z.record(z.string(), typedCell),
});

const newEvidence = z.object({
  at: z.string(),
  capabilityId: z.string(),
  scope: z.string(),
  title: z.string(),
  url: z.string(),
  reference: z.string(),
  owner: z.string(),
  effective: z.string().nullable(),
  review: z.string().nullable(),
  grade: z.enum(["none", "stated", "documented"]),
  counter: z.boolean(),
});

/** What a file that somebody filled in says, as it is kept until they chose what of it counts. */
export const filledSchema = z.object({
  madeAt: z.string().nullable(),
  questions: z.array(filledQuestion),
  evidence: z.array(newEvidence),
  /** What could not be understood, by sheet and cell. */
  problems: z.array(z.object({ at: z.string(), message: z.string() })),
  /** How many rows of the workbook as it was made are not in it any more. */
  missing: z.int(),
});

export type FilledWorkbook = z.output<typeof filledSchema>;
export type FilledQuestion = z.output<typeof filledQuestion>;
export type NewEvidence = z.output<typeof newEvidence>;
