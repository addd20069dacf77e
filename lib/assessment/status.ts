import type { Capability, CareSetting } from "@/lib/framework/schema";
import { levelOf } from "@/lib/scoring/level";
import { scoringAnswer, type StoredAnswer } from "./stored-answer";

/** The states of an answer (design: product). `carried_forward` counts in the score but not as complete. */
export type AnswerStatus = "not_started" | "in_progress" | "answered" | "carried_forward" | "not_applicable";

const statusNames: Record<AnswerStatus, string> = {
  not_started: "Not started",
  in_progress: "In progress",
  answered: "Answered",
  carried_forward: "To confirm",
  not_applicable: "Does not apply",
};

/** The status in words for people. */
export function statusName(status: AnswerStatus): string {
  return statusNames[status];
}

/**
 * Where an answer stands. It is answered once nothing still undecided can change its level (scoring rules, 2);
 * `settings` are the care settings it serves.
 */
export function answerStatus(
  capability: Capability,
  settings: readonly CareSetting[],
  answer: StoredAnswer | undefined,
): AnswerStatus {
  if (!answer || answer.withdrawn) return "not_started";
  if (answer.carriedForward) return "carried_forward";
  if (answer.notApplicable !== null) return "not_applicable";
  if (levelOf(capability, settings, scoringAnswer(answer)).answered) return "answered";
  const untouched =
    Object.keys(answer.criteria).length === 0 && answer.note === "" && answer.confidence === null;
  return untouched ? "not_started" : "in_progress";
}

/** True when nothing is left to do on the answer before review. */
export function isComplete(status: AnswerStatus): boolean {
  return status === "answered" || status === "not_applicable";
}
