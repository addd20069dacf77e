import type { Metadata } from "next";
import { ChangesForm } from "@/components/forms/changes-form";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { InsetText } from "@/components/nhs/inset-text";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { previewAnswers } from "@/lib/data/apply-answers";
import { assessmentPath, workbookPath } from "@/lib/http/addresses";
import { momentInWords } from "@/lib/report/dates";
import { workbookTitle } from "../workbook-title";
import { applyAnswersAction } from "./actions";
import { changedQuestions } from "./changed-questions";

type Props = {
  params: Promise<{ assessmentId: string; uploadId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "What the workbook would change" };

/** What a workbook that was brought in would change, to choose from; or what was taken of it. */
export default async function UploadPage({ params, searchParams }: Props) {
  const { assessmentId, uploadId } = await params;
  const user = await requireUser();
  const preview = await previewAnswers(user, assessmentId, uploadId, new Date());
  if (!preview) notFound();
  const { work, upload, filled, changes, problems, seen } = preview;
  const { assessment } = work;
  const crumbs = [{ href: workbookPath(assessmentId), text: workbookTitle(assessment.state) }];
  const closed = assessment.state !== "in_progress";
  const stale = (await searchParams).problem === "stale";
  const conflicts = changes.filter(({ kind }) => kind === "conflict").length;
  const counted = (count: number) => (count === 1 ? "1 difference" : `${count} differences`);
  return (
    <Page width="full" before={<AssessmentTrail assessment={assessment} then={crumbs} />}>
      {upload.appliedAt && (
        <NotificationBanner kind="success">
          <NotificationHeading>
            {upload.taken === 1 ? "1 change is saved" : `${upload.taken} changes are saved`}
          </NotificationHeading>
          <p>
            <a className="nhsuk-notification-banner__link" href={assessmentPath(assessmentId)}>
              See the questions
            </a>
          </p>
        </NotificationBanner>
      )}
      {stale && !upload.appliedAt && (
        <ErrorSummary
          errors={[
            {
              text: "Somebody saved answers while you looked at this, so nothing was saved. Look again, then save.",
              href: "#changes",
            },
          ]}
        />
      )}
      <PageHeading caption={upload.fileName}>
        {upload.appliedAt ? "What was taken of this workbook" : "What this workbook would change"}
      </PageHeading>
      <p>
        Uploaded on {momentInWords(upload.uploadedAt)}
        {filled.madeAt && `, filled in against the answers of ${momentInWords(new Date(filled.madeAt))}`}.
      </p>
      {problems.length > 0 && (
        <Table
          caption={`Not understood, and left out: ${problems.length}`}
          captionSize="m"
          columns={[{ header: "Sheet and cell" }, { header: "What is wrong" }]}
          rows={problems.map(({ at, message }, index) => ({ id: `${at} ${index}`, cells: [at, message] }))}
        />
      )}
      {filled.missing > 0 && (
        <p>
          {filled.missing === 1 ? "1 row is" : `${filled.missing} rows are`} not in the workbook any more.
          What they are about stays as it is.
        </p>
      )}
      {!upload.appliedAt && closed && (
        <InsetText>
          <p>
            This round is {assessment.state === "in_review" ? "in review" : "signed off"} by now, so nothing
            of the workbook can be saved.
          </p>
        </InsetText>
      )}
      {!upload.appliedAt && !closed && (
        <>
          <h2 className="nhsuk-heading-m" id="changes">
            {changes.length === 0 ? "No difference" : counted(changes.length)}
          </h2>
          {changes.length === 0 ? (
            <InsetText>
              <p>What you typed is what stands now, so there is nothing to save.</p>
            </InsetText>
          ) : (
            <>
              <p>
                What is ticked is saved, all of it or none. A question you save something of counts as
                confirmed by you.
              </p>
              {conflicts > 0 && (
                <InsetText>
                  <p>
                    {counted(conflicts)} where a colleague saved something else since the workbook was made.
                    These are not ticked: what your colleague saved stays, unless you tick yours.
                  </p>
                </InsetText>
              )}
              <ChangesForm
                action={applyAnswersAction}
                hidden={{ assessmentId, uploadId, seen }}
                groups={changedQuestions(preview)}
              />
            </>
          )}
          <p>What you uploaded is kept for a day for you alone, and then removed.</p>
        </>
      )}
      {(upload.appliedAt || closed) && changes.length > 0 && (
        <Table
          caption={`Not taken: ${changes.length}`}
          captionSize="m"
          columns={[{ header: "Question" }, { header: "Part" }, { header: "Now, and in the workbook" }]}
          rows={changedQuestions(preview).flatMap(({ title, changes }) =>
            changes.map(({ id, part, told }) => ({ id, cells: [title, part, told] })),
          )}
        />
      )}
    </Page>
  );
}
