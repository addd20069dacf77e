import type { Metadata } from "next";
import { AssignmentsByPerson } from "@/components/assessment/assignments-by-person";
import { HandedBackList } from "@/components/assessment/handed-back-list";
import { ButtonLink } from "@/components/nhs/button";
import { InsetText } from "@/components/nhs/inset-text";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { unassignedTasks, workByPerson } from "@/lib/assessment/chase";
import { tasksOf } from "@/lib/assessment/tasks";
import { colleaguesWhoAnswer } from "@/lib/data/colleagues";
import { mailServer } from "@/lib/env";
import { assignPath } from "@/lib/http/addresses";
import { dayOf } from "@/lib/report/dates";
import { loadQuestionsTo } from "../load-questions";

export const metadata: Metadata = { title: "Who is answering" };

type Props = { params: Promise<{ assessmentId: string }>; searchParams: Promise<{ assigned?: string }> };

/** Who has which questions, who is behind, what came back and what nobody was asked. */
export default async function PeoplePage({ params, searchParams }: Props) {
  const { assessmentId } = await params;
  const assigned = Number((await searchParams).assigned);
  const work = await loadQuestionsTo("assign and chase", assessmentId);
  const { user, assessment, framework, rows, assignments, progress } = work;
  const colleagues = await colleaguesWhoAnswer(user, assessment.organisationId);
  const tasks = tasksOf(framework, assessment.careSettings, rows);
  const today = dayOf(new Date());
  const left = unassignedTasks(tasks, assignments).length;
  const open = assessment.state === "in_progress";

  return (
    <Page width="full" before={<AssessmentTrail assessment={assessment} />}>
      {assigned > 0 && (
        <NotificationBanner kind="success">
          <NotificationHeading>
            {assigned === 1 ? "1 question is assigned" : `${assigned} questions are assigned`}
          </NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading caption={`Assessment ${assessment.round}`}>Who is answering</PageHeading>
      <p>
        {progress.done} of {progress.all} questions are done.{" "}
        {left === 0 ? (
          "Everything that is left is somebody's."
        ) : (
          <a className="nhsuk-link" href={assignPath(assessmentId, { show: "unassigned" })}>
            {left === 1
              ? "1 question that is left is nobody's"
              : `${left} questions that are left are nobody's`}
          </a>
        )}
      </p>
      {open && <ButtonLink href={assignPath(assessmentId)}>Assign questions</ButtonLink>}
      {!mailServer() && (
        <InsetText>
          <p>No e-mail is set up here, so nobody is reminded. Tell your colleagues yourself.</p>
        </InsetText>
      )}
      <HandedBackList {...work} assessmentId={assessmentId} tasks={tasks} open={open} />
      <AssignmentsByPerson
        {...work}
        assessmentId={assessmentId}
        people={workByPerson(tasks, assignments, today)}
        colleagues={colleagues}
        today={today}
        open={open}
      />
    </Page>
  );
}
