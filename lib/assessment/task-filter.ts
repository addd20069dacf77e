import type { Task } from "./tasks";

/** The ways to narrow the task list. */
export const taskFilters = ["all", "mine", "unanswered", "to_confirm", "low_confidence"] as const;
export type TaskFilter = (typeof taskFilters)[number];

export const filterNames: Readonly<Record<TaskFilter, string>> = {
  all: "All",
  mine: "Assigned to me",
  unanswered: "Unanswered",
  to_confirm: "To confirm",
  low_confidence: "Low confidence",
};

export function isFilter(text: string): text is TaskFilter {
  return (taskFilters as readonly string[]).includes(text);
}

/** Whether a task belongs in the narrowed list; `mine` says whether it is assigned to the person who looks. */
export function passes(filter: TaskFilter, { status, answer }: Task, mine: boolean): boolean {
  switch (filter) {
    case "all":
      return true;
    case "mine":
      return mine;
    case "unanswered":
      return status === "not_started" || status === "in_progress";
    case "to_confirm":
      return status === "carried_forward";
    case "low_confidence":
      return answer?.confidence === "low" && !answer.withdrawn;
  }
}
