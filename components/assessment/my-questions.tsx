import { EmptyState } from "@/components/nhs/empty-state";
import type { AssignedTask } from "@/lib/assessment/chase";
import { isComplete } from "@/lib/assessment/status";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { AssignedTaskList } from "./person-work";

type Props = {
  framework: Framework;
  assessmentId: string;
  careSettings: readonly CareSetting[];
  tasks: readonly AssignedTask[];
  today: Date;
};

/** A person's own questions: what is still to do, the earliest due first, and what is done. */
export function MyQuestions({ framework, assessmentId, careSettings, tasks, today }: Props) {
  const shared = { framework, assessmentId, severalSettings: careSettings.length > 1, today };
  const open = tasks
    .filter(({ task }) => !isComplete(task.status))
    .sort((one, other) => dueOf(one) - dueOf(other) || 0);
  const done = tasks.filter(({ task }) => isComplete(task.status));
  if (tasks.length === 0) {
    return (
      <EmptyState heading="No question is yours at the moment">
        <p>When somebody assigns one to you, it appears here.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <h2 className="nhsuk-heading-m">To answer</h2>
      {open.length === 0 ? (
        <p>You have answered everything that was assigned to you. Thank you.</p>
      ) : (
        <AssignedTaskList {...shared} id="open" tasks={open} />
      )}
      {done.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">Done</h2>
          <AssignedTaskList {...shared} id="done" tasks={done} />
        </>
      )}
    </>
  );
}

function dueOf({ assignment }: AssignedTask): number {
  return assignment.due?.getTime() ?? Infinity;
}
