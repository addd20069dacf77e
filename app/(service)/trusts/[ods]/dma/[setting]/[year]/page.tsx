import type { Metadata } from "next";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { DmaForm } from "@/components/results/dma-form";
import { TrustTrail } from "@/components/trail/trust-trail";
import { may } from "@/lib/access/policy";
import { notFound } from "@/lib/auth/not-found";
import { dmaPath } from "@/lib/http/addresses";
import { compareWithDma, DMA_OFFICIAL_LABEL, dmaYears, REMARK_LIMIT } from "@/lib/report/dma-comparison";
import { loadDma } from "../../load-dma";
import { keepDmaAction } from "./actions";

type Props = { params: Promise<{ ods: string; setting: string; year: string }> };

export const metadata: Metadata = { title: "Type in official DMA scores" };

/** Where the official scores of one care setting and year are typed in. */
export default async function DmaScoresPage({ params }: Props) {
  const { ods, setting, year: asked } = await params;
  const { user, trust, settings } = await loadDma(ods);
  const found = settings.find(({ section }) => section.panel.setting === setting);
  const year = dmaYears(new Date()).find((known) => String(known) === asked);
  if (!found || !year || !may(user, "type in DMA scores", trust.id)) notFound();
  const { panel } = found.section;
  const kept = found.official.find((one) => one.year === year);
  const none = { year, version: 0, scores: {}, remarks: {}, typedAt: new Date() };
  const rows = compareWithDma(panel.latest.framework, panel.latest.result, kept ?? none);

  return (
    <Page
      before={
        <TrustTrail
          trust={trust}
          then={[{ href: dmaPath(trust.odsCode), text: "Official DMA scores beside ours" }]}
        />
      }
    >
      <PageHeading caption={`${panel.name}, ${trust.name}`}>Official DMA scores of {year}</PageHeading>
      <p>
        {DMA_OFFICIAL_LABEL}. Copy the seven pillar scores from your results. Where one differs from ours by
        more than half a level, say in a sentence why. No patient data. What you write may be released under
        the Freedom of Information Act.
      </p>
      <DmaForm
        action={keepDmaAction}
        hidden={{
          ods: trust.odsCode,
          careSetting: panel.setting,
          year: String(year),
          version: String(kept?.version ?? 0),
        }}
        rows={rows}
        limit={REMARK_LIMIT}
      />
    </Page>
  );
}
