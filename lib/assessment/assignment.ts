import { daysBetween } from "./days";

/** A question that somebody is asked to answer, while it is theirs. */
export type Assignment = {
  id: string;
  capabilityId: string;
  scope: string;
  personId: string;
  /** A day, at midnight UTC. */
  due: Date | null;
  note: string;
  assignedAt: Date;
  assignedById: string;
};

/** A question that came back: by whom, when and why. */
export type HandedBack = Pick<Assignment, "capabilityId" | "scope" | "personId" | "due"> & {
  reason: string;
  at: Date;
};

/** The longest note or reason that is taken, in characters; the pages say so. */
export const ASSIGNMENT_TEXT_LIMIT = 1000;

export type DueStanding = "overdue" | "due_soon" | "later" | "no_date";

/** How many days before it is due a question counts as due soon. */
export const SOON_DAYS = 7;

/** How a due date stands on a day; both at midnight UTC. The day itself is not yet late. */
export function dueStanding(due: Date | null, today: Date): DueStanding {
  if (!due) return "no_date";
  const days = daysBetween(today, due);
  if (days < 0) return "overdue";
  return days <= SOON_DAYS ? "due_soon" : "later";
}

/** Names one question among those of an assessment. */
export function questionKey({ capabilityId, scope }: { capabilityId: string; scope: string }): string {
  return `${capabilityId}/${scope}`;
}

/** The open assignments by question. */
export function assignmentsByQuestion(assignments: readonly Assignment[]): Map<string, Assignment> {
  return new Map(assignments.map((assignment) => [questionKey(assignment), assignment]));
}
