import type { Metadata } from "next";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { PackDownloads } from "@/components/report/pack-downloads";
import { PaperBlocks } from "@/components/report/paper-blocks";
import { MarkedPages } from "@/components/results/marked-pages";
import { TrustTrail } from "@/components/trail/trust-trail";
import { boardPackPath, boardPath } from "@/lib/http/addresses";
import { boardPackPaper } from "@/lib/report/board-pack-paper";
import { loadPack } from "../load-pack";

type Props = { params: Promise<{ ods: string; edition: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ods, edition } = await params;
  const { pack, trust } = await loadPack(ods, edition);
  return { title: `${pack.title}: ${trust.name}` };
}

/** A board pack to read and to print: what its files say, in the same order. */
export default async function BoardPackEditionPage({ params }: Props) {
  const { ods, edition } = await params;
  const { trust, pack } = await loadPack(ods, edition);
  const { marking, title, blocks } = boardPackPaper(pack);
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
          {title}
        </PageHeading>
        <div className="print:hidden">
          <PackDownloads odsCode={trust.odsCode} edition={pack.report.audience} />
        </div>
        <PaperBlocks blocks={blocks} />
      </MarkedPages>
    </Page>
  );
}
