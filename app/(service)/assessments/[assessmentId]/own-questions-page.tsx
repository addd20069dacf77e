import { MentionsCard } from "@/components/assessment/notices-card";
import { MyQuestions } from "@/components/assessment/my-questions";
import { MyViews } from "@/components/assessment/my-views";
import { InsetText } from "@/components/nhs/inset-text";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { TrustTrail } from "@/components/trail/trust-trail";
import { assignedTasks } from "@/lib/assessment/chase";
import { tasksOf } from "@/lib/assessment/tasks";
import type { Notice } from "@/lib/data/notices";
import type { QuestionWork } from "@/lib/data/question-work";
import { workbookPath } from "@/lib/http/addresses";
import { dayOf } from "@/lib/report/dates";

type Props = { work: QuestionWork; mentions: readonly Notice[]; handedBack: boolean };

/** The assessment as a contributor sees it: their own questions and how far the whole round is. */
export function OwnQuestionsPage({ work, mentions, handedBack }: Props) {
  const { assessment, framework, rows, assignments, voices, progress } = work;
  const tasks = tasksOf(framework, assessment.careSettings, rows);
  const today = dayOf(new Date());
  return (
    <Page before={<TrustTrail trust={assessment.organisation} />}>
      {handedBack && (
        <NotificationBanner kind="success">
          <NotificationHeading>You have handed the question back</NotificationHeading>
          <p>The digital lead sees it with your reason.</p>
        </NotificationBanner>
      )}
      <PageHeading caption={assessment.organisation.name}>
        Your questions in assessment {assessment.round}
      </PageHeading>
      <p className="nhsuk-u-margin-bottom-2">
        In the whole round, {progress.done} of {progress.all} questions are done.
      </p>
      <progress
        className="app-progress"
        value={progress.done}
        max={progress.all}
        aria-label="Questions done in the whole round"
      />
      {assessment.state !== "in_progress" && (
        <InsetText>
          <p>This round is in review or signed off, so its answers can be read but not changed.</p>
        </InsetText>
      )}
      <MentionsCard mentions={mentions} />
      <MyViews framework={framework} assessment={assessment} tasks={tasks} voices={voices} today={today} />
      <MyQuestions
        framework={framework}
        assessmentId={assessment.id}
        careSettings={assessment.careSettings}
        tasks={assignedTasks(tasks, assignments)}
        today={today}
      />
      {assignments.length > 0 && assessment.state === "in_progress" && (
        <p>
          <Link href={workbookPath(assessment.id)}>Fill in your questions as a workbook</Link>
        </p>
      )}
    </Page>
  );
}
