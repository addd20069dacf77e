import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EvidenceForm } from "@/components/assessment/evidence-form";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { TrustTrail } from "@/components/trail/trust-trail";
import { may } from "@/lib/access/policy";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { organisationByCode } from "@/lib/data/organisations";
import { evidencePath } from "@/lib/http/addresses";
import { addEvidenceAction } from "../actions";

type Props = { params: Promise<{ ods: string }>; searchParams: Promise<{ for?: string }> };

export const metadata: Metadata = { title: "Add evidence" };

/** A new piece of evidence; begun from an answer, it speaks for that one at once. */
export default async function NewEvidencePage({ params, searchParams }: Props) {
  const user = await requireUser();
  const trust = await organisationByCode(user, (await params).ods);
  if (!trust || !may(user, "attach evidence", trust.id)) notFound();
  const { for: place = "" } = await searchParams;
  return (
    <Page
      before={<TrustTrail trust={trust} then={[{ href: evidencePath(trust.odsCode), text: "Evidence" }]} />}
    >
      <PageHeading caption={trust.name}>Add evidence</PageHeading>
      <EvidenceForm
        action={addEvidenceAction}
        hidden={{ ods: trust.odsCode, key: randomUUID(), for: place }}
      />
    </Page>
  );
}
