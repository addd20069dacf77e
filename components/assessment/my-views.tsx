import { Tag } from "@/components/nhs/tag";
import { TaskList } from "@/components/nhs/task-list";
import { taskKey } from "@/lib/assessment/chase";
import type { Task } from "@/lib/assessment/tasks";
import { type Voice, viewsOwed } from "@/lib/assessment/voice";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { scopeName } from "@/lib/framework/setting-names";
import { viewsPath } from "@/lib/http/addresses";
import { dueInWords } from "./person-work";

type Props = {
  framework: Framework;
  assessment: { id: string; careSettings: readonly CareSetting[] };
  tasks: readonly Task[];
  /** What this person was asked. */
  voices: readonly Voice[];
  today: Date;
};

/** The questions on which somebody's own view is asked for, and those on which they gave it. */
export function MyViews({ framework, assessment, tasks, voices, today }: Props) {
  if (voices.length === 0) return null;
  const given = voices
    .filter(({ state }) => state === "given")
    .map((voice) => ({ ...voice, state: "asked" as const }));
  const rows = [
    ...viewsOwed(tasks, voices).map((owed) => ({ ...owed, done: false })),
    ...viewsOwed(tasks, given).map((said) => ({ ...said, done: true })),
  ];
  return (
    <>
      <h2 className="nhsuk-heading-m">Your own view</h2>
      <p>
        Here you are asked how you see a question yourself. You see its answer, and what colleagues think,
        once you have given your view.
      </p>
      <TaskList
        tasks={rows.map(({ task, assignment, done }) => ({
          id: `view-${taskKey(task).replace("/", "-")}`,
          title: `${task.capability.number} ${task.capability.name}`,
          href: viewsPath({
            assessmentId: assessment.id,
            capabilityId: task.capability.id,
            scope: task.scope,
          }),
          hint: [
            ...(assessment.careSettings.length > 1 ? [scopeName(framework, task.scope)] : []),
            ...(done ? [] : [dueInWords(assignment.due, today)]),
            ...(assignment.note ? [`Note: ${assignment.note}`] : []),
          ].join(" · "),
          status: done ? "Given" : <Tag colour="yellow">To give</Tag>,
        }))}
      />
    </>
  );
}
