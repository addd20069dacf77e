import type { Metadata } from "next";
import { FileForm } from "@/components/forms/file-form";
import { ButtonLink } from "@/components/nhs/button";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { InsetText } from "@/components/nhs/inset-text";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { ownUploads } from "@/lib/data/uploads";
import { settingName } from "@/lib/framework/setting-names";
import { everythingPath, workbookPath } from "@/lib/http/addresses";
import { momentInWords } from "@/lib/report/dates";
import { loadWorkbook } from "./load-workbook";
import { uploadProblem } from "./upload-problems";
import { workbookTitle } from "./workbook-title";

type Props = {
  params: Promise<{ assessmentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { assessment } = await loadWorkbook((await params).assessmentId);
  const title = workbookTitle(assessment.state);
  return { title: uploadProblem((await searchParams).problem) ? `Error: ${title}` : title };
}

const EXCEL = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Where the answers of a round are taken out as a workbook, and brought in again. */
export default async function WorkbookPage({ params, searchParams }: Props) {
  const { assessmentId } = await params;
  const { user, assessment, fills, framework, tasks } = await loadWorkbook(assessmentId);
  const { organisationId } = assessment;
  const uploads = await ownUploads(user, { organisationId, assessmentId, kind: "answers" }, new Date());
  const problem = uploadProblem((await searchParams).problem);
  const path = workbookPath(assessmentId);
  const open = assessment.state === "in_progress";
  const whole = fills === "every question";
  const count = tasks.length === 1 ? "the question" : `the ${tasks.length} questions`;
  return (
    <Page before={<AssessmentTrail assessment={assessment} />}>
      {problem && <ErrorSummary errors={[{ text: problem, href: open ? "#file" : undefined }]} />}
      <PageHeading caption={`Assessment ${assessment.round}`}>{workbookTitle(assessment.state)}</PageHeading>
      {!open && (
        <InsetText>
          <p>
            This round is {assessment.state === "in_review" ? "in review" : "signed off"}, so its answers can
            be taken out but not changed.
          </p>
        </InsetText>
      )}
      {whole ? (
        <p>
          The workbook holds every question with its statements, notes, targets and evidence as they stand
          now.
          {open && " Fill it in away from the service, alone or one after another, then bring it back here."}
        </p>
      ) : (
        <p>
          The workbook holds {count} assigned to you, with statements, notes and evidence as they stand now.
          {open && " Fill it in away from the service, then bring it back here."}
        </p>
      )}
      <h2 className="nhsuk-heading-m">Take it out</h2>
      <ButtonLink href={`${path}/answers.xlsx`}>Download the workbook</ButtonLink>
      <p>
        Excel, LibreOffice and others open it.
        {open &&
          " Type in the yellow cells only. You may sort, filter and delete rows, and leave open what you do not know."}
      </p>
      {whole && <ForOtherSystems user={user} assessment={assessment} framework={framework} />}
      {open && (
        <>
          <h2 className="nhsuk-heading-m">Bring it back</h2>
          <p>
            You see each difference before anything is saved, and choose. What colleagues saved meanwhile is
            shown beside what you typed, and stays unless you choose otherwise.
          </p>
          <FileForm
            action={`${path}/upload`}
            label="Workbook"
            hint={`The .xlsx file you downloaded here${whole ? ", or answers as JSON" : ""}, 5 MB at most. No patient data. What you write may be released under the Freedom of Information Act.`}
            accept={whole ? `${EXCEL},.json,application/json` : EXCEL}
            error={problem}
            submit="See what would change"
          />
        </>
      )}
      {uploads.length > 0 && (
        <Table
          caption="What you brought back in the last day"
          captionSize="m"
          columns={[{ header: "File" }, { header: "When" }, { header: "Saved" }]}
          rows={uploads.map(({ id, fileName, uploadedAt, appliedAt, taken }) => ({
            id,
            cells: [
              <Link key="file" href={workbookPath(assessmentId, id)}>
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

/** What is about all of a round, for who answers all of it. */
function ForOtherSystems({
  user,
  assessment,
  framework,
}: Pick<Awaited<ReturnType<typeof loadWorkbook>>, "user" | "assessment" | "framework">) {
  const path = workbookPath(assessment.id);
  return (
    <>
      <h3 className="nhsuk-heading-s">For other systems</h3>
      <ul className="nhsuk-list app-links">
        {assessment.careSettings.flatMap((setting) => [
          <li key={setting}>
            <Link href={`${path}/documents/${setting}/assessment.json`}>
              {settingName(framework, setting)}: answers as JSON
            </Link>
          </li>,
          <li key={`${setting} result`}>
            <Link href={`${path}/documents/${setting}/result.json`}>
              {settingName(framework, setting)}: result as JSON
            </Link>
          </li>,
        ])}
        {may(user, "take everything out", assessment.organisationId) && (
          <li>
            <Link href={everythingPath(assessment.organisation.odsCode)}>
              All rounds with all that belongs to them, as CSV tables or JSON
            </Link>
          </li>
        )}
      </ul>
    </>
  );
}
