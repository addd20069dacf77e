import type { Assignment } from "@/lib/assessment/assignment";
import { assignedTasks, taskKey, unassignedTasks } from "@/lib/assessment/chase";
import { isComplete } from "@/lib/assessment/status";
import type { Task } from "@/lib/assessment/tasks";
import type { Framework } from "@/lib/framework/schema";

/** What the address of the page asks to have ticked. */
export type Ticked = { dimension?: string; question?: string; person?: string; show?: string };

/** The questions that are ticked at first: a dimension's, one, all that a person has open, or all that are nobody's. */
export function tickedQuestions(
  { dimension, question, person, show }: Ticked,
  framework: Framework,
  tasks: readonly Task[],
  assignments: readonly Assignment[],
): string[] {
  const inDimension = new Set(
    framework.dimensions.find(({ id }) => id === dimension)?.capabilities.map(({ id }) => id),
  );
  const ticked = [
    ...tasks.filter(({ capability }) => inDimension.has(capability.id)),
    ...tasks.filter((task) => taskKey(task) === question),
    ...assignedTasks(tasks, assignments)
      .filter(({ task, assignment }) => assignment.personId === person && !isComplete(task.status))
      .map(({ task }) => task),
    ...(show === "unassigned" ? unassignedTasks(tasks, assignments) : []),
  ];
  return [...new Set(ticked.map(taskKey))];
}
