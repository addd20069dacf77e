import type { Metadata } from "next";
import { Details } from "@/components/nhs/details";
import { EmptyState } from "@/components/nhs/empty-state";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { MovedList } from "@/components/results/moved-list";
import { TrendView } from "@/components/results/trend-view";
import { TrustTrail } from "@/components/trail/trust-trail";
import { changeSinceInWords } from "@/lib/report/change-words";
import { loadTrend, type TrendStep } from "./load-trend";

type Props = { params: Promise<{ ods: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { trust } = await loadTrend((await params).ods);
  return { title: `Trend: ${trust.name}` };
}

/** How each care setting moved over all its rounds and checkpoints, what rose, what fell and why. */
export default async function TrendPage({ params }: Props) {
  const { trust, trends } = await loadTrend((await params).ods);
  return (
    <Page width="full" before={<TrustTrail trust={trust} />}>
      <PageHeading caption={trust.name}>Trend</PageHeading>
      {trends.length === 0 && (
        <EmptyState heading="Nothing is signed off yet">
          <p>A trend begins with the first round that is signed off.</p>
        </EmptyState>
      )}
      {trends.length > 0 && (
        <p>
          Rounds are compared only on the capabilities that both asked about in the same way, from the levels
          that were kept when each was signed off. Where the framework changed, the line breaks.
        </p>
      )}
      {trends.map(({ setting, name, entries, steps }) => (
        <section key={setting} aria-labelledby={`${setting}-heading`}>
          <h2 className="nhsuk-heading-l" id={`${setting}-heading`}>
            {name}
          </h2>
          <TrendView setting={setting} name={name} entries={entries} linked />
          {steps.slice(0, 1).map((step) => (
            <section key={step.to}>
              <h3 className="nhsuk-heading-m">{stepInWords(step)}</h3>
              <Step step={step} />
            </section>
          ))}
          {steps.slice(1).map((step) => (
            <Details key={step.to} expander summary={stepInWords(step)}>
              <Step step={step} />
            </Details>
          ))}
        </section>
      ))}
    </Page>
  );
}

/** What names a step from one round to the next. */
function stepInWords({ from, to }: TrendStep): string {
  return `From ${from} to ${to}`;
}

function Step({ step }: { step: TrendStep }) {
  const { from, compared, moved, why, actions, historyHref } = step;
  const nothing = moved.rose.length + moved.fell.length + moved.hidden === 0;
  return (
    <>
      <p>{changeSinceInWords(from, compared).join("")}.</p>
      {nothing && compared && <p>No level rose and none fell.</p>}
      <MovedList heading="What fell" moved={moved.fell} why={why} historyHref={historyHref} />
      <MovedList
        heading="What rose"
        moved={moved.rose}
        why={why}
        actions={actions}
        historyHref={historyHref}
      />
      {moved.hidden > 0 && (
        <p>
          {moved.hidden} sensitive {moved.hidden === 1 ? "capability" : "capabilities"} moved as well and{" "}
          {moved.hidden === 1 ? "is" : "are"} not named here.
        </p>
      )}
    </>
  );
}
