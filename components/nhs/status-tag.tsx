import { stateName, type AssessmentState } from "@/lib/assessment/states";
import { statusName, type AnswerStatus } from "@/lib/assessment/status";
import { Tag, type TagColour } from "./tag";

export const answerColours: Record<AnswerStatus, TagColour> = {
  not_started: "grey",
  in_progress: "blue",
  answered: "green",
  carried_forward: "yellow",
  not_applicable: "white",
};

const assessmentColours: Record<AssessmentState, TagColour> = {
  in_progress: "blue",
  in_review: "purple",
  signed_off: "green",
};

/** Where one answer stands, for the task list and the capability page (server components). */
export function AnswerStatusTag({ status }: { status: AnswerStatus }) {
  return <Tag colour={answerColours[status]}>{statusName(status)}</Tag>;
}

/** Where a whole assessment stands. */
export function AssessmentStateTag({ state }: { state: AssessmentState }) {
  return <Tag colour={assessmentColours[state]}>{stateName(state)}</Tag>;
}

/** Whether a result can still change. Before everything is answered and confirmed it is a range, and provisional. */
export function FinalityTag({ final }: { final: boolean }) {
  return <Tag colour={final ? "green" : "yellow"}>{final ? "Final" : "Provisional"}</Tag>;
}
