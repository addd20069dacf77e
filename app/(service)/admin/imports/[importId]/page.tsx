import type { Metadata } from "next";
import { ApplyImportForm } from "@/components/administration/apply-import-form";
import { ImportChanges } from "@/components/administration/import-changes";
import { InsetText } from "@/components/nhs/inset-text";
import { Link } from "@/components/nhs/link";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { AdminTrail } from "@/components/trail/admin-trail";
import { notFound } from "@/lib/auth/not-found";
import { importById } from "@/lib/data/organisation-imports";
import { adminPath } from "@/lib/http/addresses";
import { momentInWords } from "@/lib/report/dates";
import { loadAdministrator } from "../../load-administrator";
import { applyImportAction } from "../actions";

type Props = {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "What an import changes" };

/** What an import would change, to be applied as it stands here; or what one changed. */
export default async function ImportPage({ params, searchParams }: Props) {
  const user = await loadAdministrator("run imports");
  const found = await importById(user, (await params).importId);
  if (!found) notFound();
  const { preview, files, appliedAt } = found;
  const { merged, problems, unchanged, leftOut, notNamed } = preview;
  const nothing = [preview.added, preview.changed, preview.closed, merged].every((list) => list.length === 0);
  const crumb = { href: adminPath("imports"), text: "Imports" };
  return (
    <Page width="full" before={<AdminTrail then={[crumb]} />}>
      {appliedAt && (await searchParams).done === "applied" && (
        <NotificationBanner kind="success">
          <NotificationHeading>The changes are applied</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading caption={files.join(", ")}>
        {appliedAt ? "What this import changed" : "What this import would change"}
      </PageHeading>
      {appliedAt && <p>Applied on {momentInWords(appliedAt)}.</p>}
      {problems.length > 0 && (
        <Table
          caption={`Not understood, and left out: ${problems.length}`}
          captionSize="m"
          columns={[{ header: "Where" }, { header: "What is wrong" }]}
          rows={problems.map(({ file, line, column, message }) => ({
            id: `${file} ${line} ${column} ${message}`,
            cells: [
              line === 0 ? file : `${file}, line ${line}, column ${column}`,
              line === 0 ? `The file ${message}` : `This ${message}`,
            ],
          }))}
        />
      )}
      <ImportChanges {...preview} closed={[...preview.closed, ...merged]} />
      <p>
        Unchanged: {unchanged}. Closed before we knew of them, so left out: {leftOut}. Here and not in the
        files, so kept as they are: {notNamed.length}.
      </p>
      {appliedAt && preview.added.length > 0 && (
        <p>
          The files do not name care settings, and a trust needs them to start an assessment. Next, open each
          new trust under <Link href={adminPath("organisations")}>Organisations</Link>, add its care settings
          and invite its digital lead.
        </p>
      )}
      {nothing ? (
        <InsetText>
          <p>There is nothing to apply.</p>
        </InsetText>
      ) : (
        !appliedAt && (
          <ApplyImportForm
            action={applyImportAction}
            importId={found.id}
            mergers={merged.map(({ code, name, into }) => ({
              value: code,
              label: `${name} (${code}) went into ${into.name} (${into.code})`,
            }))}
          />
        )
      )}
    </Page>
  );
}
