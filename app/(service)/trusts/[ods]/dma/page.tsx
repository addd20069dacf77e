import type { Metadata } from "next";
import { DmaTable } from "@/components/results/dma-table";
import { EmptyState } from "@/components/nhs/empty-state";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { TrustTrail } from "@/components/trail/trust-trail";
import { may } from "@/lib/access/policy";
import { dmaPath, lensResultPath } from "@/lib/http/addresses";
import { compareWithDma, DMA_OFFICIAL_LABEL, dmaYears } from "@/lib/report/dma-comparison";
import { loadDma } from "./load-dma";

type Props = { params: Promise<{ ods: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { trust } = await loadDma((await params).ods);
  return { title: `Official DMA scores: ${trust.name}` };
}

/** What NHS England published about a trust beside its own pillars, by year and care setting. */
export default async function DmaPage({ params }: Props) {
  const { user, trust, settings } = await loadDma((await params).ods);
  const mayType = may(user, "type in DMA scores", trust.id);
  return (
    <Page width="full" before={<TrustTrail trust={trust} />}>
      <PageHeading caption={trust.name}>Official DMA scores beside ours</PageHeading>
      <p>
        {DMA_OFFICIAL_LABEL}. It asks other questions, so neither score corrects the other. Where a pillar
        differs by more than half a level, a sentence says why.
      </p>
      {settings.length === 0 && (
        <EmptyState heading="Nothing is signed off yet">
          <p>Official scores are shown beside what you signed off.</p>
        </EmptyState>
      )}
      {settings.map(({ section: { panel, scores }, official }) => {
        const { setting, name, latest } = panel;
        return (
          <section key={setting} aria-labelledby={`${setting}-heading`}>
            <h2 className="nhsuk-heading-l" id={`${setting}-heading`}>
              {name}
            </h2>
            {official
              .filter(({ scores: typed }) => Object.keys(typed).length > 0)
              .map((of) => (
                <DmaTable
                  key={of.year}
                  caption={`${name}: DMA ${of.year} beside our ${latest.round}, out of 5`}
                  oursHref={lensResultPath(latest.assessmentId, setting, "wgll")}
                  rows={compareWithDma(latest.framework, latest.result, of)}
                  published={of.year === 2025 ? scores.pillars.rows : null}
                />
              ))}
            {mayType && (
              <p className="print:hidden">
                Type in or change the scores of{" "}
                {dmaYears(new Date()).map((year, index) => (
                  <span key={year}>
                    {index > 0 && ", "}
                    <a className="nhsuk-link" href={dmaPath(trust.odsCode, { setting, year })}>
                      {year}
                      <span className="nhsuk-u-visually-hidden"> for {name}</span>
                    </a>
                  </span>
                ))}
              </p>
            )}
          </section>
        );
      })}
    </Page>
  );
}
