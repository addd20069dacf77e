import type { Metadata } from "next";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { PaperBlocks } from "@/components/report/paper-blocks";
import { MarkedPages } from "@/components/results/marked-pages";
import { TrustTrail } from "@/components/trail/trust-trail";
import { boardPackPath, boardPath, providerExtractPath } from "@/lib/http/addresses";
import { extractPaper } from "@/lib/report/provider-extract-paper";
import { loadExtract } from "./load-extract";

type Props = { params: Promise<{ ods: string; edition: string }> };

export const metadata: Metadata = { title: "Provider capability areas" };

/** What digital maturity says to each area of the board's yearly self-assessment, to read, print and take away. */
export default async function ProviderExtractPage({ params }: Props) {
  const { ods, edition } = await params;
  const { trust, extract } = await loadExtract(ods, edition);
  const path = providerExtractPath(trust.odsCode, extract.audience);
  const { marking, blocks } = extractPaper(extract);
  return (
    <Page
      width="full"
      before={
        <TrustTrail
          trust={trust}
          then={[
            { href: boardPath(trust.odsCode), text: "Board view" },
            { href: boardPackPath(trust.odsCode), text: "Board pack" },
          ]}
        />
      }
    >
      <MarkedPages marking={marking}>
        <PageHeading caption={trust.name} size="xl">
          Provider capability areas
        </PageHeading>
        <p className="print:hidden">
          Print this page from your browser, or download it:{" "}
          <a className="nhsuk-link" href={`${path}/docx`}>
            Word
          </a>
          ,{" "}
          <a className="nhsuk-link" href={`${path}/pdf`}>
            PDF
          </a>
          .
        </p>
        <PaperBlocks blocks={blocks} />
      </MarkedPages>
    </Page>
  );
}
