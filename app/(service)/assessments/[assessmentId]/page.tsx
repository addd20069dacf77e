import type { Metadata } from "next";
import { LiveTaskList } from "@/components/assessment/live-task-list";
import { DimensionTasks } from "@/components/assessment/dimension-tasks";
import { MovedBack } from "@/components/assessment/moved-back";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/nhs/button";
import { EmptyState } from "@/components/nhs/empty-state";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { AssessmentStateTag } from "@/components/nhs/status-tag";
import { Tag } from "@/components/nhs/tag";
import { TrustTrail } from "@/components/trail/trust-trail";
import { answersWhose } from "@/lib/access/answering";
import { may } from "@/lib/access/policy";
import { assignmentsByQuestion } from "@/lib/assessment/assignment";
import { taskKey } from "@/lib/assessment/chase";
import { noFacts } from "@/lib/assessment/review-facts";
import { filterNames, isFilter, passes, type TaskFilter, taskFilters } from "@/lib/assessment/task-filter";
import { isBeingRevised } from "@/lib/assessment/states";
import { isComplete } from "@/lib/assessment/status";
import { type Task, tasksOf } from "@/lib/assessment/tasks";
import { mentionsOf } from "@/lib/data/notices";
import { reviewFactsOf } from "@/lib/data/review-facts";
import { lastReturn } from "@/lib/data/round-returns";
import { signOffRecord } from "@/lib/data/sign-off-record";
import { settingName } from "@/lib/framework/setting-names";
import {
  assessmentHistoryPath,
  assessmentPath,
  assignPath,
  checkPath,
  answeringPath,
  checkpointPath,
  confirmPath,
  giveBackPath,
  resultsPath,
  reviewPath,
  signOffPath,
  workbookPath,
} from "@/lib/http/addresses";
import { deleteRoundAction } from "./actions";
import { loadQuestions } from "./load-questions";
import { OwnQuestionsPage } from "./own-questions-page";
import { workbookTitle } from "./workbook/workbook-title";

type Props = {
  params: Promise<{ assessmentId: string }>;
  searchParams: Promise<{ show?: string; handedBack?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessment } = await loadQuestions((await params).assessmentId);
  return { title: `Assessment ${assessment.round}, ${assessment.organisation.name}` };
}

/** Everything the round asks, by dimension, with where each answer stands. */
export default async function TaskListPage({ params, searchParams }: Props) {
  const { assessmentId } = await params;
  const { show = "all", handedBack } = await searchParams;
  const work = await loadQuestions(assessmentId);
  if (work.sees === "their own") {
    const mentions = await mentionsOf(work.user, work.assessment.organisationId, assessmentId);
    return <OwnQuestionsPage work={work} mentions={mentions} handedBack={handedBack === "yes"} />;
  }
  const { user, assessment, framework, rows, names } = work;
  const { organisation, careSettings, state } = assessment;
  const known = (await reviewFactsOf(user, assessmentId)) ?? noFacts;
  const tasks = tasksOf(framework, careSettings, rows);
  const done = tasks.filter(({ status }) => isComplete(status)).length;
  const filter = isFilter(show) ? show : "all";
  const assignments = assignmentsByQuestion(work.assignments);
  const mine = (task: Task) => assignments.get(taskKey(task))?.personId === user.personId;
  const fits = (name: TaskFilter) => tasks.filter((task) => passes(name, task, mine(task), known));
  const shown = fits(filter);
  const open = state === "in_progress";
  const whose = answersWhose(user, assessment.organisationId);
  const fills = whose === "anyone's" || (whose === "their own" && tasks.some(mine));
  const mayAssign = open && may(user, "assign and chase", assessment.organisationId);
  const givenBack = await lastReturn(user, assessment);
  const reopened = isBeingRevised(assessment) && (await signOffRecord(user, assessmentId))?.reopenings[0];
  const untouched = rows.every(({ carriedForward }) => carriedForward);

  return (
    <Page width="full" before={<TrustTrail trust={organisation} />}>
      <PageHeading caption={organisation.name}>Assessment {assessment.round}</PageHeading>
      <p>
        <AssessmentStateTag state={state} />{" "}
        {isBeingRevised(assessment) && <Tag colour="orange">Being revised</Tag>}{" "}
        {careSettings.map((setting) => settingName(framework, setting)).join(", ")} · {framework.title}{" "}
        {framework.version}
        {framework.status === "draft" && " (draft)"}
      </p>
      <p className="nhsuk-body-l nhsuk-u-margin-bottom-2">
        {done} of {tasks.length} questions are done
      </p>
      <progress className="app-progress" value={done} max={tasks.length} aria-label="Questions done" />
      <ul className="nhsuk-list app-links">
        {careSettings.map((setting) => (
          <li key={setting}>
            <a className="nhsuk-link" href={resultsPath(assessmentId, setting)}>
              {settingName(framework, setting)}: results so far
            </a>
          </li>
        ))}
        <li>
          <a className="nhsuk-link" href={assessmentHistoryPath(assessmentId)}>
            The assessment on an earlier day
          </a>
        </li>
        <li>
          <a className="nhsuk-link" href={reviewPath(assessmentId)}>
            Challenges, comments and review
          </a>
        </li>
        <li>
          <a className="nhsuk-link" href={checkpointPath(assessmentId)}>
            Checkpoints
          </a>
        </li>
        {fills && (
          <li>
            <a className="nhsuk-link" href={workbookPath(assessmentId)}>
              {workbookTitle(state)}
            </a>
          </li>
        )}
        {assessment.signedOffAt && (
          <li>
            <a className="nhsuk-link" href={signOffPath(assessmentId)}>
              Record of the sign-off
            </a>
          </li>
        )}
      </ul>
      {state === "in_review" && (
        <InsetText>
          <p>
            This round is in review, so its answers cannot be changed.{" "}
            {may(user, "sign off", assessment.organisationId) && (
              <a href={signOffPath(assessmentId)}>Read and sign off</a>
            )}{" "}
            {may(user, "return to the team", assessment.organisationId) && (
              <a href={giveBackPath(assessmentId)}>Give it back to the team</a>
            )}
          </p>
        </InsetText>
      )}
      {reopened && (
        <InsetText>
          <MovedBack did="opened the round again" move={reopened} />
        </InsetText>
      )}
      {givenBack && (
        <InsetText>
          <MovedBack did="gave the round back" move={givenBack} />
        </InsetText>
      )}
      {mayAssign && (
        <div className="nhsuk-button-group">
          <ButtonLink variant="secondary" href={assignPath(assessmentId)}>
            Assign questions
          </ButtonLink>
          <ButtonLink variant="secondary" href={answeringPath(assessmentId)}>
            Who is answering
          </ButtonLink>
        </div>
      )}
      {open && <LiveTaskList assessmentId={assessmentId} />}
      <nav aria-label="Show questions">
        <ul className="app-filters">
          {taskFilters.map((name) => (
            <li key={name}>
              <a
                href={
                  name === "all"
                    ? assessmentPath(assessmentId)
                    : `${assessmentPath(assessmentId)}?show=${name}`
                }
                aria-current={name === filter ? "page" : undefined}
              >
                {filterNames[name]} ({fits(name).length})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.length === 0 && (
        <EmptyState heading="No question fits">
          <p>
            <a href={assessmentPath(assessmentId)}>Show all questions</a>
          </p>
        </EmptyState>
      )}
      {framework.dimensions.map((dimension) => (
        <DimensionTasks
          key={dimension.id}
          framework={framework}
          dimension={dimension}
          assessmentId={assessmentId}
          tasks={shown.filter(({ capability }) => dimension.capabilities.includes(capability))}
          severalSettings={careSettings.length > 1}
          assignments={assignments}
          challenged={known.challenged}
          names={names}
          confirmHref={
            open && may(user, "answer questions", assessment.organisationId)
              ? confirmPath(assessmentId, dimension.id)
              : null
          }
          assignHref={mayAssign ? assignPath(assessmentId, { dimension: dimension.id }) : null}
        />
      ))}
      {open && may(user, "send for review", assessment.organisationId) && (
        <ButtonLink href={checkPath(assessmentId)}>Check and send for review</ButtonLink>
      )}
      {open && untouched && may(user, "delete an empty round", assessment.organisationId) && (
        <ActionForm action={deleteRoundAction}>
          <p>Nobody has answered anything in this round, so it can still be deleted.</p>
          <input type="hidden" name="id" value={assessmentId} />
          <input type="hidden" name="ods" value={organisation.odsCode} />
          <SubmitButton variant="warning">Delete this round</SubmitButton>
        </ActionForm>
      )}
    </Page>
  );
}
