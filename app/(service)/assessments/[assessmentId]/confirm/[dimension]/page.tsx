import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { scoringAnswer } from "@/lib/assessment/stored-answer";
import { type Task, tasksOf } from "@/lib/assessment/tasks";
import { notFound } from "@/lib/auth/not-found";
import { scopeName } from "@/lib/framework/setting-names";
import { answerPagePath } from "@/lib/http/addresses";
import { levelInFigures } from "@/lib/report/level-words";
import { levelOf } from "@/lib/scoring/level";
import { loadWork } from "../../load-work";
import { confirmAction } from "./actions";

type Props = { params: Promise<{ assessmentId: string; dimension: string }> };

export const metadata: Metadata = { title: "Confirm answers" };

/** Everything of one dimension that waits to be confirmed, to be confirmed at once. */
export default async function ConfirmPage({ params }: Props) {
  const { assessmentId, dimension: dimensionId } = await params;
  const { user, assessment, framework, rows } = await loadWork(assessmentId);
  const dimension = framework.dimensions.find(({ id }) => id === dimensionId);
  if (!dimension || !may(user, "answer questions", assessment.organisationId)) notFound();
  const waiting = tasksOf(framework, assessment.careSettings, rows).filter(
    ({ capability, answer }) =>
      dimension.capabilities.includes(capability) &&
      answer?.carriedForward &&
      answer.enteredForId === null &&
      !answer.withdrawn,
  );

  return (
    <Page width="full" before={<AssessmentTrail assessment={assessment} />}>
      <PageHeading caption={`${dimension.number}. ${dimension.name}`}>Confirm answers</PageHeading>
      <p>
        These were carried forward, copied, or rest on evidence that has expired. Confirm them together only
        if you know that each still holds; open those you are not sure of.
      </p>
      <Table
        caption="Answers to confirm"
        columns={["Question", "For", "Answer", "Note"].map((header) => ({ header }))}
        rows={waiting.map((task) => ({
          id: `${task.capability.id} ${task.scope}`,
          cells: [
            <a
              key="link"
              className="nhsuk-link"
              href={answerPagePath({ assessmentId, capabilityId: task.capability.id, scope: task.scope })}
            >
              {task.capability.number} {task.capability.name}
            </a>,
            scopeName(framework, task.scope),
            levelInWords(task),
            <span key="note" className="app-typed">
              {task.answer?.note || "None"}
            </span>,
          ],
        }))}
        empty="Nothing of this dimension waits to be confirmed."
      />
      {waiting.length > 0 && assessment.state === "in_progress" && (
        <ActionForm action={confirmAction}>
          <input type="hidden" name="assessmentId" value={assessmentId} />
          {waiting.map(({ capability, scope, answer }) => (
            <input
              key={`${capability.id} ${scope}`}
              type="hidden"
              name="seen"
              value={`${capability.id}/${scope}/${answer?.version}`}
            />
          ))}
          <SubmitButton>
            {waiting.length === 1
              ? "Confirm: it still holds"
              : `Confirm all ${waiting.length}: they still hold`}
          </SubmitButton>
        </ActionForm>
      )}
    </Page>
  );
}

function levelInWords({ capability, settings, answer }: Task): string {
  if (!answer) return "Not answered";
  if (answer.notApplicable !== null) return "Does not apply";
  return `Level ${levelInFigures(levelOf(capability, settings, scoringAnswer(answer)))}`;
}
