import type { Metadata } from "next";
import { RecordView } from "@/components/audit/record-view";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { AdminTrail } from "@/components/trail/admin-trail";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { installationRecord } from "@/lib/data/audit-record";
import { adminPath } from "@/lib/http/addresses";
import { recordAsked, type RecordQuery } from "@/lib/http/record-query";

type Props = { searchParams: Promise<RecordQuery> };

export const metadata: Metadata = { title: "Audit record of the installation" };

const SHOWN = 100;

/** Sign-ins, refusals, people, sharing and administration, for administrators. Nothing about answers. */
export default async function InstallationAuditPage({ searchParams }: Props) {
  const user = await requireUser();
  const { filter, ...asked } = recordAsked(await searchParams);
  const record = await installationRecord(user, filter, SHOWN);
  if (!record) notFound();
  return (
    <Page width="full" before={<AdminTrail />}>
      <PageHeading>Audit record</PageHeading>
      <p>
        Sign-ins, refusals and administration, and of each organisation who was let in and what is shared.
        Nothing about answers: each trust’s digital lead sees those. That you looked is noted.
      </p>
      <RecordView path={adminPath("audit")} record={record} {...asked} />
    </Page>
  );
}
