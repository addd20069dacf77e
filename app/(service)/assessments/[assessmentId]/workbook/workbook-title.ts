import type { AssessmentState } from "@/lib/assessment/states";

/** What the workbook of a round is for: to be filled in while the round is open, and afterwards only to be taken out. */
export function workbookTitle(state: AssessmentState): string {
  return state === "in_progress" ? "Fill in as a workbook" : "Answers as a workbook";
}
