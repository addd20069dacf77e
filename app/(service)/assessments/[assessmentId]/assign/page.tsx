import type { Metadata } from "next";
import { AssignForm } from "@/components/assessment/assign-form";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { ASSIGNMENT_TEXT_LIMIT, assignmentsByQuestion, questionKey } from "@/lib/assessment/assignment";
import { taskKey } from "@/lib/assessment/chase";
import { dayOf, isoDate } from "@/lib/report/dates";
import { statusName } from "@/lib/assessment/status";
import { type Task, tasksOf } from "@/lib/assessment/tasks";
import { colleaguesWhoAnswer } from "@/lib/data/colleagues";
import { scopeName } from "@/lib/framework/setting-names";
import { answeringPath } from "@/lib/http/addresses";
import { loadQuestionsTo } from "../load-questions";
import { assignAction } from "./actions";
import { type Ticked, tickedQuestions } from "./ticked-questions";

export const metadata: Metadata = { title: "Assign questions" };

type Props = { params: Promise<{ assessmentId: string }>; searchParams: Promise<Ticked> };

/** Asks colleagues to answer: questions one by one or whole dimensions, with a date and a note. */
export default async function AssignPage({ params, searchParams }: Props) {
  const { assessmentId } = await params;
  const work = await loadQuestionsTo("assign and chase", assessmentId);
  const { user, assessment, framework, rows, assignments, names } = work;
  const people = await colleaguesWhoAnswer(user, assessment.organisationId);
  const tasks = tasksOf(framework, assessment.careSettings, rows);
  const known = assignmentsByQuestion(assignments);
  const asked = await searchParams;
  const before =
    asked.question === undefined
      ? undefined
      : (known.get(asked.question) ?? work.handedBack.find((back) => questionKey(back) === asked.question));
  // A day that is over cannot be asked for again.
  const due = before?.due && before.due >= dayOf(new Date()) ? isoDate(before.due) : null;
  const several = assessment.careSettings.length > 1;
  const choice = (task: Task) => {
    const assignee = known.get(taskKey(task))?.personId;
    const has = assignee ? `${names.get(assignee) ?? "A former colleague"} has it` : "Nobody has it";
    const scope = several ? [scopeName(framework, task.scope)] : [];
    return {
      value: taskKey(task),
      label: `${task.capability.number} ${task.capability.name}`,
      hint: [...scope, statusName(task.status), has].join(" · "),
    };
  };

  return (
    <Page
      before={
        <AssessmentTrail
          assessment={assessment}
          then={[{ href: answeringPath(assessmentId), text: "Who is answering" }]}
        />
      }
    >
      <PageHeading caption={`Assessment ${assessment.round}`}>Assign questions</PageHeading>
      {assessment.state === "in_progress" ? (
        <>
          <p>
            Whoever you choose sees these questions and answers them. A question that somebody else has
            becomes theirs.
          </p>
          {people.length === 0 && (
            <InsetText>
              <p>Nobody here can answer questions yet. Invite colleagues as contributors first.</p>
            </InsetText>
          )}
          <AssignForm
            action={assignAction}
            assessmentId={assessmentId}
            people={people.map(({ personId, name, jobTitle }) => ({
              value: personId,
              text: jobTitle ? `${name}, ${jobTitle}` : name,
            }))}
            groups={framework.dimensions.map(({ id, number, name, capabilities }) => ({
              id,
              heading: `${number}. ${name}`,
              choices: tasks.filter(({ capability }) => capabilities.includes(capability)).map(choice),
            }))}
            ticked={tickedQuestions(asked, framework, tasks, assignments)}
            due={due}
            noteLimit={ASSIGNMENT_TEXT_LIMIT}
          />
        </>
      ) : (
        <InsetText>
          <p>This round is in review or signed off, so its questions cannot be assigned.</p>
        </InsetText>
      )}
    </Page>
  );
}
