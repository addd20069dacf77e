import type { Metadata } from "next";
import { EmptyState } from "@/components/nhs/empty-state";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { BoardPanelCard } from "@/components/results/board-panel-card";
import { PillarsBesideEngland } from "@/components/results/pillars-beside-england";
import { RoundsOverTime } from "@/components/results/rounds-over-time";
import { TrustTrail } from "@/components/trail/trust-trail";
import { boardPanel } from "@/lib/report/board-panel";
import { BEING_REVISED } from "@/lib/report/status-words";
import { loadBoard } from "./load-board";

type Props = { params: Promise<{ ods: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { trust } = await loadBoard((await params).ods);
  return { title: `Board view: ${trust.name}` };
}

/** A trust on one page, from what was signed off: where it stands, what holds it there, what the board is asked. */
export default async function BoardPage({ params }: Props) {
  const { trust, showSensitive, histories } = await loadBoard((await params).ods);
  const panels = histories.map(({ setting, results, behind }) =>
    boardPanel(setting, results, behind, { showSensitive }),
  );

  return (
    <Page width="full" before={<TrustTrail trust={trust} />}>
      <PageHeading>{trust.name}: board view</PageHeading>
      {panels.length === 0 && (
        <EmptyState heading="Nothing is signed off yet">
          <p>
            This page shows results once an approver has signed a round off. Until then they can change, and
            only the people working on them see them.
          </p>
        </EmptyState>
      )}
      {histories.some(({ beingRevised }) => beingRevised) && (
        <InsetText>
          <p>{BEING_REVISED}.</p>
        </InsetText>
      )}
      <div className={`grid gap-4 ${panels.length > 1 ? "desktop:grid-cols-2" : ""}`}>
        {panels.map((panel) => (
          <BoardPanelCard key={panel.setting} panel={panel} />
        ))}
      </div>
      {histories.map(({ setting, results }) => (
        <section key={setting} aria-labelledby={`${setting}-more`}>
          <PillarsBesideEngland setting={setting} latest={results[0]} headingId={`${setting}-more`} />
          <RoundsOverTime setting={setting} results={results} />
        </section>
      ))}
    </Page>
  );
}
