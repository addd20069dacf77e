import { Details } from "@/components/nhs/details";
import { AnswerStatusTag } from "@/components/nhs/status-tag";
import { TaskList } from "@/components/nhs/task-list";
import { type DueStanding, dueStanding } from "@/lib/assessment/assignment";
import { type AssignedTask, taskKey } from "@/lib/assessment/chase";
import { isComplete } from "@/lib/assessment/status";
import type { Framework } from "@/lib/framework/schema";
import { scopeName } from "@/lib/framework/setting-names";
import { answerPagePath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";

type Props = {
  framework: Framework;
  assessmentId: string;
  tasks: readonly AssignedTask[];
  severalSettings: boolean;
  today: Date;
  /** Unique on the page. */
  id: string;
};

/** Questions that are somebody's, each with when it is due and what was noted. */
export function AssignedTaskList({ framework, assessmentId, tasks, severalSettings, today, id }: Props) {
  return (
    <TaskList
      tasks={tasks.map(({ task, assignment }) => ({
        id: `${id}-${taskKey(task).replace("/", "-")}`,
        title: `${task.capability.number} ${task.capability.name}`,
        href: answerPagePath({ assessmentId, capabilityId: task.capability.id, scope: task.scope }),
        hint: [
          ...(severalSettings ? [scopeName(framework, task.scope)] : []),
          ...(isComplete(task.status) ? [] : [dueInWords(assignment.due, today)]),
          ...(assignment.note ? [`Note: ${assignment.note}`] : []),
        ].join(" · "),
        status: <AnswerStatusTag status={task.status} />,
      }))}
    />
  );
}

const standings: Readonly<Record<DueStanding, string>> = {
  overdue: "Overdue since",
  due_soon: "Due soon:",
  later: "Due",
  no_date: "No date",
};

/** "Overdue since 6 April 2026", "Due 6 April 2026", "No date". */
export function dueInWords(due: Date | null, today: Date): string {
  const words = standings[dueStanding(due, today)];
  return due ? `${words} ${dateInWords(due)}` : words;
}

/** One person's open questions, folded away. */
export function PersonWork(props: Props & { name: string; assignHref: string | null }) {
  const { name, assignHref, tasks } = props;
  return (
    <Details
      expander
      summary={`${name}: ${tasks.length === 1 ? "1 question" : `${tasks.length} questions`} open`}
    >
      <AssignedTaskList {...props} />
      {assignHref && (
        <p>
          <a className="nhsuk-link" href={assignHref}>
            Assign these to somebody else
          </a>
        </p>
      )}
    </Details>
  );
}
