import type { Metadata } from "next";
import { FileForm } from "@/components/forms/file-form";
import { ButtonLink } from "@/components/nhs/button";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { TrustTrail } from "@/components/trail/trust-trail";
import { ownUploads } from "@/lib/data/uploads";
import { planPath, planUploadPath } from "@/lib/http/addresses";
import { momentInWords } from "@/lib/report/dates";
import { loadPlanWorkbook } from "./load-plan-workbook";
import { planProblem } from "./plan-problems";

type Props = {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const TITLE = "Change the plan in Excel";

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: planProblem((await searchParams).problem) ? `Error: ${TITLE}` : TITLE };
}

/** Where a plan is taken out as a workbook, and brought in again. */
export default async function PlanWorkbookPage({ params, searchParams }: Props) {
  const { user, trust } = await loadPlanWorkbook((await params).ods);
  const uploads = await ownUploads(user, { organisationId: trust.id, kind: "plan" }, new Date());
  const problem = planProblem((await searchParams).problem);
  const trail = [{ href: planPath(trust.odsCode), text: "Plan" }];
  return (
    <Page before={<TrustTrail trust={trust} then={trail} />}>
      {problem && <ErrorSummary errors={[{ text: problem, href: "#file" }]} />}
      <PageHeading caption={trust.name}>{TITLE}</PageHeading>
      <h2 className="nhsuk-heading-m">Take it out</h2>
      <ButtonLink href={planPath(trust.odsCode, "plan.xlsx")}>Download the plan</ButtonLink>
      <p>
        Change what you like on the sheets “Actions”, “What they meet”, “Costs” and “Benefits”. To add an
        action, a cost or a benefit, write it on a new row and leave its own id empty. Leave the ids and
        versions of the others as they are. You may sort, filter and delete rows: an action whose row is gone
        stays as it is.
      </p>
      <p>
        A new action is a draft unless you say otherwise. An action is finished, and a cost or a benefit taken
        away, on the page of the action.
      </p>
      <h2 className="nhsuk-heading-m">Bring it back</h2>
      <p>
        You see each difference before anything is saved, and choose. What colleagues saved meanwhile is shown
        beside what you typed, and stays unless you choose otherwise.
      </p>
      <FileForm
        action={`${planPath(trust.odsCode, "workbook")}/upload`}
        label="Workbook of the plan"
        hint="The .xlsx file you downloaded here, 5 MB at most. No patient data. What you write may be released under the Freedom of Information Act."
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        error={problem}
        submit="See what would change"
      />
      {uploads.length > 0 && (
        <Table
          caption="What you brought back in the last day"
          captionSize="m"
          columns={[{ header: "File" }, { header: "When" }, { header: "Saved" }]}
          rows={uploads.map(({ id, fileName, uploadedAt, appliedAt, taken }) => ({
            id,
            cells: [
              <Link key="file" href={planUploadPath(trust.odsCode, id)}>
                {fileName}
              </Link>,
              momentInWords(uploadedAt),
              appliedAt ? `${taken} of its changes` : "Nothing yet",
            ],
          }))}
        />
      )}
    </Page>
  );
}
