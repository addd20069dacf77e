import type { Metadata } from "next";
import { EmptyState } from "@/components/nhs/empty-state";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { TrustTrail } from "@/components/trail/trust-trail";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { pastExports } from "@/lib/data/exports";
import { organisationByCode } from "@/lib/data/organisations";

import { momentInWords } from "@/lib/report/dates";
import { besideInWords, exportInWords, formatInWords, standingOfExport } from "@/lib/report/export-words";

type Props = { params: Promise<{ ods: string }> };

export const metadata: Metadata = { title: "Past exports" };

const SHOWN = 200;

/** Which files were taken out of a trust, by whom and when. */
export default async function ExportsPage({ params }: Props) {
  const user = await requireUser();
  const trust = await organisationByCode(user, (await params).ods);
  if (!trust) notFound();
  const past = await pastExports(user, trust.id, SHOWN);
  if (!past) notFound();
  return (
    <Page width="full" before={<TrustTrail trust={trust} />}>
      <PageHeading caption={trust.name}>Past exports</PageHeading>
      <p>
        Every report and file that somebody took out of here. The files are not kept: make a file again to get
        it as it stands now.
      </p>
      {past.exports.length === 0 ? (
        <EmptyState heading="Nothing was taken out yet">
          <p>Whoever downloads a report is listed here, with what it was and when.</p>
        </EmptyState>
      ) : (
        <Table
          caption={past.more ? `The last ${SHOWN}` : "Newest first"}
          columns={[
            { header: "What" },
            { header: "Format" },
            { header: "When" },
            { header: "Who" },
            { header: "Figures" },
            { header: "File" },
          ]}
          rows={past.exports.map((each) => ({
            id: each.id,
            cells: [
              exportInWords(each),
              formatInWords(each),
              momentInWords(each.at),
              each.by,
              each.beside ? besideInWords(each.beside) : standingOfExport(each),
              <span key="file" className="break-all">
                {typeof each.detail.file === "string" && each.detail.file}
              </span>,
            ],
          }))}
        />
      )}
    </Page>
  );
}
