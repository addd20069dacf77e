import type { Metadata } from "next";
import { EmptyState } from "@/components/nhs/empty-state";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { TrustTrail } from "@/components/trail/trust-trail";
import { may } from "@/lib/access/policy";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { organisationByCode } from "@/lib/data/organisations";
import { templatesAbove, trustFramework } from "@/lib/data/target-templates";
import { capabilitiesOf } from "@/lib/framework/find";
import { dateInWords } from "@/lib/report/dates";

type Props = { params: Promise<{ ods: string }> };

export const metadata: Metadata = { title: "Levels your system would like to see" };

/** What a trust's integrated care board and region would like it to reach. The trust's own targets are its own. */
export default async function SystemTargetsPage({ params }: Props) {
  const user = await requireUser();
  const trust = await organisationByCode(user, (await params).ods);
  if (!trust || !may(user, "see the trust", trust.id)) notFound();
  const [framework, templates] = await Promise.all([trustFramework(), templatesAbove(user, trust.id)]);
  return (
    <Page before={<TrustTrail trust={trust} />}>
      <PageHeading caption={trust.name}>Levels your system would like to see</PageHeading>
      {templates.length === 0 && (
        <EmptyState heading="Nothing is published">
          <p>Neither your integrated care board nor your region has published levels. You need do nothing.</p>
        </EmptyState>
      )}
      {templates.map(({ organisationId, organisationName, reason, publishedAt, publishedBy, levels }) => (
        <section key={organisationId} aria-label={organisationName}>
          <p>
            Published by {publishedBy} of {organisationName} on {dateInWords(publishedAt)}. Your own targets
            are yours to set, in the list of gaps.
          </p>
          {reason && <p className="app-typed">{reason}</p>}
          <Table
            caption={organisationName}
            captionSize="m"
            columns={[{ header: "Question" }, { header: "Level", numeric: true }]}
            rows={capabilitiesOf(framework)
              .filter(({ id }) => levels[id] !== undefined)
              .map(({ id, number, name }) => ({ id, cells: [`${number} ${name}`, String(levels[id])] }))}
          />
        </section>
      ))}
    </Page>
  );
}
