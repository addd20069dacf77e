import type { Metadata } from "next";
import { ChangesForm } from "@/components/forms/changes-form";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { InsetText } from "@/components/nhs/inset-text";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { TrustTrail } from "@/components/trail/trust-trail";
import { notFound } from "@/lib/auth/not-found";
import { previewPlan } from "@/lib/data/plan-workbooks";
import { planPath } from "@/lib/http/addresses";
import { momentInWords } from "@/lib/report/dates";
import { loadPlanWorkbook } from "../load-plan-workbook";
import { applyPlanAction } from "./actions";
import { changedActions } from "./changed-actions";

type Props = {
  params: Promise<{ ods: string; uploadId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "What the workbook would change in the plan" };

/** What a workbook of the plan would change, to choose from; or what was taken of it. */
export default async function PlanUploadPage({ params, searchParams }: Props) {
  const { ods, uploadId } = await params;
  const { user, trust } = await loadPlanWorkbook(ods);
  const preview = await previewPlan(user, trust.id, uploadId, new Date());
  if (!preview) notFound();
  const { upload, changes, problems, seen } = preview;
  const stale = (await searchParams).problem === "stale";
  const groups = changedActions(preview);
  // What was added stands in the plan now, so that its row reads as one more of the same.
  const left = groups.filter(({ id }) => id !== "again").flatMap((group) => group.changes);
  const count = changes.length;
  const trail = [
    { href: planPath(trust.odsCode), text: "Plan" },
    { href: planPath(trust.odsCode, "workbook"), text: "Change the plan in Excel" },
  ];
  return (
    <Page before={<TrustTrail trust={trust} then={trail} />}>
      {upload.appliedAt && (
        <NotificationBanner kind="success">
          <NotificationHeading>
            {upload.taken === 1 ? "1 action is saved" : `${upload.taken} actions are saved`}
          </NotificationHeading>
          <p>
            <a className="nhsuk-notification-banner__link" href={planPath(trust.odsCode)}>
              See the plan
            </a>
          </p>
        </NotificationBanner>
      )}
      {stale && !upload.appliedAt && (
        <ErrorSummary
          errors={[
            {
              text: "Somebody changed the plan while you looked at this, so nothing was saved. Look again, then save.",
              href: "#changes",
            },
          ]}
        />
      )}
      <PageHeading caption={upload.fileName}>
        {upload.appliedAt ? "What was taken of this workbook" : "What this workbook would change in the plan"}
      </PageHeading>
      <p>Uploaded on {momentInWords(upload.uploadedAt)}.</p>
      {problems.length > 0 && (
        <Table
          caption={`Not understood, and left out: ${problems.length}`}
          captionSize="m"
          columns={[{ header: "Sheet and cell" }, { header: "What is wrong" }]}
          rows={problems.map(({ at, message }, index) => ({ id: `${at} ${index}`, cells: [at, message] }))}
        />
      )}
      {!upload.appliedAt && (
        <>
          <h2 className="nhsuk-heading-m" id="changes">
            {count === 0 ? "No difference" : count === 1 ? "1 action differs" : `${count} actions differ`}
          </h2>
          {count === 0 ? (
            <InsetText>
              <p>What you typed is what stands now, so there is nothing to save.</p>
            </InsetText>
          ) : (
            <>
              <p>What is ticked is saved, all of it or none. The rest of each action stays as it is.</p>
              <ChangesForm
                action={applyPlanAction}
                hidden={{ ods: trust.odsCode, uploadId, seen }}
                groups={groups}
              />
            </>
          )}
          <p>What you uploaded is kept for a day for you alone, and then removed.</p>
        </>
      )}
      {upload.appliedAt && left.length > 0 && (
        <Table
          caption={`Not taken: ${left.length}`}
          captionSize="m"
          columns={[{ header: "Action" }, { header: "Now, and in the workbook" }]}
          rows={left.map(({ id, part, told }) => ({ id, cells: [part, told] }))}
        />
      )}
    </Page>
  );
}
