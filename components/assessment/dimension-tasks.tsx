import type { ReactNode } from "react";
import { AnswerStatusTag } from "@/components/nhs/status-tag";
import { Tag } from "@/components/nhs/tag";
import { TaskList } from "@/components/nhs/task-list";
import type { Assignment } from "@/lib/assessment/assignment";
import { taskKey } from "@/lib/assessment/chase";
import { scoringAnswer } from "@/lib/assessment/stored-answer";
import type { Task } from "@/lib/assessment/tasks";
import type { Dimension, Framework } from "@/lib/framework/schema";
import { scopeName } from "@/lib/framework/setting-names";
import { nameIn } from "@/lib/framework/wording";
import { answerPagePath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";
import { levelOf } from "@/lib/scoring/level";

type Props = {
  framework: Framework;
  dimension: Dimension;
  assessmentId: string;
  tasks: readonly Task[];
  /** Whether to say which part of the trust each answer is for. */
  severalSettings: boolean;
  /** Who has which question, by `questionKey`. */
  assignments: ReadonlyMap<string, Assignment>;
  /** The questions with an open challenge, by `questionKey`. */
  challenged: ReadonlySet<string>;
  names: ReadonlyMap<string, string>;
  /** Where what waits in this dimension is confirmed; null for those who may not. */
  confirmHref: string | null;
  /** Where this dimension's questions are assigned; null for those who may not. */
  assignHref: string | null;
};

/** The questions of one dimension, each with its level and status. */
export function DimensionTasks(props: Props) {
  const { dimension, assessmentId, tasks, assignHref, confirmHref, challenged } = props;
  if (tasks.length === 0) return null;
  const waiting = tasks.filter(({ status }) => status === "carried_forward").length;
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
          hint: hintOf(task, props),
          status: (
            <>
              {challenged.has(taskKey(task)) && (
                <>
                  <Tag colour="orange">Challenged</Tag>{" "}
                </>
              )}
              <AnswerStatusTag status={task.status} />
            </>
          ),
        }))}
      />
      {confirmHref && waiting > 1 && (
        <p>
          <a className="nhsuk-link nhsuk-body-s" href={confirmHref}>
            Confirm {waiting} answers at once
            <span className="nhsuk-u-visually-hidden">
              : {dimension.number}. {dimension.name}
            </span>
          </a>
        </p>
      )}
      {assignHref && (
        <p>
          <a className="nhsuk-link nhsuk-body-s" href={assignHref}>
            Assign these questions
            <span className="nhsuk-u-visually-hidden">
              : {dimension.number}. {dimension.name}
            </span>
          </a>
        </p>
      )}
    </section>
  );
}

/** The level comes last and apart, so that it can be changed when a colleague saves. */
function hintOf(task: Task, { framework, severalSettings, assignments, names }: Props): ReactNode {
  const scope = severalSettings ? [scopeName(framework, task.scope)] : [];
  const before = [...scope, ...assigned(assignments.get(taskKey(task)), names)].join(" · ");
  const level = levelInWords(task);
  if (!before && !level) return null;
  return (
    <>
      {before}
      <span data-level={before ? " · " : ""}>{level && `${before ? " · " : ""}${level}`}</span>
    </>
  );
}

function assigned(assignment: Assignment | undefined, names: ReadonlyMap<string, string>): string[] {
  if (!assignment) return [];
  const due = assignment.due ? `, due ${dateInWords(assignment.due)}` : "";
  return [`Assigned to ${names.get(assignment.personId) ?? "a former colleague"}${due}`];
}

function levelInWords({ capability, settings, answer, status }: Task): string {
  if (!answer || status === "not_started" || status === "not_applicable") return "";
  const { low, high } = levelOf(capability, settings, scoringAnswer(answer));
  return low === high ? `Level ${low}` : `Level ${low} to ${high}`;
}
