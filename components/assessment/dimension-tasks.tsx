import { AnswerStatusTag } from "@/components/nhs/status-tag";
import { TaskList } from "@/components/nhs/task-list";
import { scoringAnswer } from "@/lib/assessment/stored-answer";
import type { Task } from "@/lib/assessment/tasks";
import type { Dimension, Framework } from "@/lib/framework/schema";
import { scopeName } from "@/lib/framework/setting-names";
import { nameIn } from "@/lib/framework/wording";
import { answerPagePath } from "@/lib/http/addresses";
import { levelOf } from "@/lib/scoring/level";

type Props = {
  framework: Framework;
  dimension: Dimension;
  assessmentId: string;
  tasks: readonly Task[];
  /** Whether to say which part of the trust each answer is for. */
  severalSettings: boolean;
};

/** The questions of one dimension, each with its level and status. */
export function DimensionTasks({ framework, dimension, assessmentId, tasks, severalSettings }: Props) {
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby={dimension.id}>
      <h2 className="nhsuk-heading-m nhsuk-u-margin-bottom-1" id={dimension.id}>
        {dimension.number}. {dimension.name}
      </h2>
      <p className="nhsuk-hint nhsuk-u-margin-bottom-2">{dimension.subtitle}</p>
      <TaskList
        tasks={tasks.map((task) => ({
          id: `${task.capability.id}-${task.scope}`,
          title: `${task.capability.number} ${nameIn(task.capability, task.settings.length === 1 ? (task.settings[0] ?? null) : null)}`,
          href: answerPagePath({ assessmentId, capabilityId: task.capability.id, scope: task.scope }),
          hint: hintOf(framework, task, severalSettings),
          status: <AnswerStatusTag status={task.status} />,
        }))}
      />
    </section>
  );
}

function hintOf(framework: Framework, task: Task, severalSettings: boolean): string {
  const scope = severalSettings ? [scopeName(framework, task.scope)] : [];
  return [...scope, ...levelInWords(task)].join(" · ");
}

function levelInWords({ capability, settings, answer, status }: Task): string[] {
  if (!answer || status === "not_started" || status === "not_applicable") return [];
  const { low, high } = levelOf(capability, settings, scoringAnswer(answer));
  return [low === high ? `Level ${low}` : `Level ${low} to ${high}`];
}
