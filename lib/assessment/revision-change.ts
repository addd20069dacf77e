import type { CriterionState } from "@/lib/scoring/answers";
import type { AnswerContent, Confidence } from "./stored-answer";

/** What is different between two versions of an answer; empty lists and nulls where nothing is. */
export type RevisionChange = {
  /** Null stands for undecided. */
  criteria: { id: string; from: CriterionState | null; to: CriterionState | null }[];
  notApplicable: { from: string | null; to: string | null } | null;
  note: { from: string; to: string } | null;
  confidence: { from: Confidence | null; to: Confidence | null } | null;
};

const nothing: AnswerContent = { criteria: {}, notApplicable: null, note: "", confidence: null };

/** What changed from one version to the next; `before` is null for the first. Criteria in the order of their ids. */
export function changeBetween(before: AnswerContent | null, after: AnswerContent): RevisionChange {
  const earlier = before ?? nothing;
  const ids = [...new Set([...Object.keys(earlier.criteria), ...Object.keys(after.criteria)])].sort();
  const pair = <T>(from: T, to: T) => (from === to ? null : { from, to });
  return {
    criteria: ids.flatMap((id) => {
      const found = pair(earlier.criteria[id] ?? null, after.criteria[id] ?? null);
      return found ? [{ id, ...found }] : [];
    }),
    notApplicable: pair(earlier.notApplicable, after.notApplicable),
    note: pair(earlier.note, after.note),
    confidence: pair(earlier.confidence, after.confidence),
  };
}

/** True where a version says the same as the one before it: it only confirms. */
export function changesNothing({ criteria, notApplicable, note, confidence }: RevisionChange): boolean {
  return criteria.length === 0 && !notApplicable && !note && !confidence;
}
