import type { Metadata } from "next";
import { buttonClass } from "@/components/nhs/button";
import { ErrorSummary } from "@/components/nhs/error-summary";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { AdminTrail } from "@/components/trail/admin-trail";
import { listImports } from "@/lib/data/organisation-imports";
import { adminPath, importPath } from "@/lib/http/addresses";
import { momentInWords } from "@/lib/report/dates";
import { loadAdministrator } from "../load-administrator";
import { importProblem } from "./import-problems";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: importProblem((await searchParams).problem) ? "Error: Imports" : "Imports" };
}

/** Where trusts are brought up to date from the publisher's files, and what was imported before. */
export default async function ImportsPage({ searchParams }: Props) {
  const user = await loadAdministrator("run imports");
  const imports = (await listImports(user)) ?? [];
  const problem = importProblem((await searchParams).problem);
  return (
    <Page before={<AdminTrail />}>
      {problem && <ErrorSummary errors={[{ text: problem, href: "#files" }]} />}
      <PageHeading>Imports</PageHeading>
      <p>
        Download <code>etr.csv</code> (trusts) and <code>ect.csv</code> (care trusts) from the Organisation
        Data Service, and choose one or both here. You see what would change before anything does. Nothing is
        ever deleted, and care settings stay as they are.
      </p>
      <form method="post" action={`${adminPath("imports")}/upload`} encType="multipart/form-data">
        <div className={`nhsuk-form-group${problem ? " nhsuk-form-group--error" : ""}`}>
          <label className="nhsuk-label nhsuk-label--s" htmlFor="files">
            Files
          </label>
          {problem && (
            <span className="nhsuk-error-message" id="files-error">
              <span className="nhsuk-u-visually-hidden">Error: </span>
              {problem}
            </span>
          )}
          <input
            className="nhsuk-input"
            type="file"
            id="files"
            name="files"
            accept=".csv,text/csv"
            multiple
            aria-describedby={problem ? "files-error" : undefined}
          />
        </div>
        <button className={buttonClass("primary")} type="submit">
          See what would change
        </button>
      </form>
      <Table
        caption="Before"
        captionSize="m"
        columns={[{ header: "When" }, { header: "Files" }, { header: "Applied" }]}
        rows={imports.map(({ id, files, madeAt, appliedAt }) => ({
          id,
          cells: [
            <Link key="when" href={importPath(id)}>
              {momentInWords(madeAt)}
            </Link>,
            files.join(", "),
            appliedAt ? momentInWords(appliedAt) : "No",
          ],
        }))}
        empty="Nothing was imported yet."
      />
    </Page>
  );
}
