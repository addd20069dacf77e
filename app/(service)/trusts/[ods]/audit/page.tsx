import type { Metadata } from "next";
import { RecordView } from "@/components/audit/record-view";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { TrustTrail } from "@/components/trail/trust-trail";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { organisationRecord } from "@/lib/data/audit-record";
import { organisationByCode } from "@/lib/data/organisations";
import { auditPath } from "@/lib/http/addresses";
import { recordAsked, type RecordQuery } from "@/lib/http/record-query";

type Props = { params: Promise<{ ods: string }>; searchParams: Promise<RecordQuery> };

export const metadata: Metadata = { title: "Audit record" };

const SHOWN = 100;

/** Who did what in a trust and when, for its digital lead. */
export default async function AuditPage({ params, searchParams }: Props) {
  const user = await requireUser();
  const trust = await organisationByCode(user, (await params).ods);
  if (!trust) notFound();
  const { filter, ...asked } = recordAsked(await searchParams);
  const record = await organisationRecord(user, trust.id, filter, SHOWN);
  if (!record) notFound();
  return (
    <Page width="full" before={<TrustTrail trust={trust} />}>
      <PageHeading caption={trust.name}>Audit record</PageHeading>
      <p>What was done here, by whom and when. It says which answer changed, never what somebody wrote.</p>
      {record.fromElsewhere && (
        <InsetText>
          <p>
            Before {trust.name} came here it was in another installation of this service. What happened there
            stands below as it was brought along: this installation did not see it.
          </p>
        </InsetText>
      )}
      <RecordView path={auditPath(trust.odsCode)} record={record} {...asked} />
    </Page>
  );
}
