import { type Assignment, assignmentsByQuestion, dueStanding, questionKey } from "./assignment";
import { isComplete } from "./status";
import type { Task } from "./tasks";

/** A question that is somebody's, with where its answer stands. */
export type AssignedTask = { task: Task; assignment: Assignment };

/** What one person has to answer and how far they are. */
export type PersonsWork = {
  personId: string;
  /** Not finished yet, the earliest due first; those without a date last. */
  open: AssignedTask[];
  done: number;
  overdue: number;
  /** The earliest due date of what is open. */
  nextDue: Date | null;
};

/** Names the question of a task. */
export function taskKey({ capability, scope }: Task): string {
  return questionKey({ capabilityId: capability.id, scope });
}

/** The tasks that are assigned, each with its assignment, in the order of the task list. */
export function assignedTasks(tasks: readonly Task[], assignments: readonly Assignment[]): AssignedTask[] {
  const known = assignmentsByQuestion(assignments);
  return tasks.flatMap((task) => {
    const assignment = known.get(taskKey(task));
    return assignment ? [{ task, assignment }] : [];
  });
}

/** Who has what to answer: whoever holds most back comes first. `today` is a day at midnight UTC. */
export function workByPerson(
  tasks: readonly Task[],
  assignments: readonly Assignment[],
  today: Date,
): PersonsWork[] {
  const people = new Map<string, AssignedTask[]>();
  for (const assigned of assignedTasks(tasks, assignments)) {
    const { personId } = assigned.assignment;
    people.set(personId, [...(people.get(personId) ?? []), assigned]);
  }
  return [...people]
    .map(([personId, theirs]) => workOf(personId, theirs, today))
    .sort((one, other) => other.overdue - one.overdue || other.open.length - one.open.length);
}

function workOf(personId: string, theirs: readonly AssignedTask[], today: Date): PersonsWork {
  const open = theirs.filter(({ task }) => !isComplete(task.status)).sort(byDue);
  return {
    personId,
    open,
    done: theirs.length - open.length,
    overdue: open.filter(({ assignment }) => dueStanding(assignment.due, today) === "overdue").length,
    nextDue: open[0]?.assignment.due ?? null,
  };
}

function byDue({ assignment: one }: AssignedTask, { assignment: other }: AssignedTask): number {
  return (one.due?.getTime() ?? Infinity) - (other.due?.getTime() ?? Infinity) || 0;
}

/** What nobody was asked to answer and is not finished. */
export function unassignedTasks(tasks: readonly Task[], assignments: readonly Assignment[]): Task[] {
  const known = assignmentsByQuestion(assignments);
  return tasks.filter((task) => !isComplete(task.status) && !known.has(taskKey(task)));
}
