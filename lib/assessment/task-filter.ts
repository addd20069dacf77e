import { taskKey } from "./chase";
import type { ReviewFacts } from "./review-facts";
import type { Task } from "./tasks";

/** The ways to narrow the task list. */
export const taskFilters = [
  "all",
  "mine",
  "unanswered",
  "to_confirm",
  "challenged",
  "no_evidence",
  "low_confidence",
] as const;
export type TaskFilter = (typeof taskFilters)[number];

export const filterNames: Readonly<Record<TaskFilter, string>> = {
  all: "All",
  mine: "Assigned to me",
  unanswered: "Unanswered",
  to_confirm: "To confirm",
  challenged: "Challenged",
  no_evidence: "No evidence",
  low_confidence: "Low confidence",
};

export function isFilter(text: string): text is TaskFilter {
  return (taskFilters as readonly string[]).includes(text);
}

/** Whether a task belongs in the narrowed list; `mine` says whether it is assigned to the person who looks. */
export function passes(filter: TaskFilter, task: Task, mine: boolean, facts: ReviewFacts): boolean {
  const { status, answer } = task;
  switch (filter) {
    case "all":
      return true;
    case "mine":
      return mine;
    case "unanswered":
      return status === "not_started" || status === "in_progress";
    case "to_confirm":
      return status === "carried_forward";
    case "challenged":
      return facts.challenged.has(taskKey(task));
    case "no_evidence":
      return (status === "answered" || status === "carried_forward") && !facts.evidenced.has(taskKey(task));
    case "low_confidence":
      return answer?.confidence === "low" && !answer.withdrawn;
  }
}
