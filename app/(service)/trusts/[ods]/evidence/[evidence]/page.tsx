import type { Metadata } from "next";
import { EvidenceForm } from "@/components/assessment/evidence-form";
import { EvidenceStandingTag } from "@/components/assessment/evidence-standing-tag";
import { EvidenceTitle } from "@/components/assessment/evidence-title";
import { HiddenButton } from "@/components/forms/hidden-button";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { SummaryList } from "@/components/nhs/summary-list";
import { TrustTrail } from "@/components/trail/trust-trail";
import { may } from "@/lib/access/policy";
import { gradeInWords } from "@/lib/assessment/evidence";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { getEvidence } from "@/lib/data/evidence";
import { organisationByCode } from "@/lib/data/organisations";
import { evidencePath } from "@/lib/http/addresses";
import { dayOf } from "@/lib/report/dates";
import { changeEvidenceAction, removeEvidenceAction } from "../actions";

type Props = { params: Promise<{ ods: string; evidence: string }> };

export const metadata: Metadata = { title: "Evidence" };

/** One piece of evidence, to read, change or take out of the register. */
export default async function EvidenceItemPage({ params }: Props) {
  const { ods, evidence: id } = await params;
  const user = await requireUser();
  const trust = await organisationByCode(user, ods);
  const item = trust && (await getEvidence(user, trust.id, id));
  if (!trust || !item) notFound();
  const hidden = { ods: trust.odsCode, id, version: item.version };

  return (
    <Page
      before={<TrustTrail trust={trust} then={[{ href: evidencePath(trust.odsCode), text: "Evidence" }]} />}
    >
      <PageHeading caption="Evidence">{item.title}</PageHeading>
      <SummaryList
        rows={[
          { key: "Where it is", value: <EvidenceTitle item={item} /> },
          { key: "Grade", value: gradeInWords(item) },
          {
            key: "Review date",
            value: <EvidenceStandingTag item={item} today={dayOf(new Date())} />,
          },
          {
            key: "Used for",
            value: item.links.length === 1 ? "1 question" : `${item.links.length} questions`,
          },
        ]}
      />
      {may(user, "attach evidence", trust.id) && (
        <>
          <h2 className="nhsuk-heading-m">Change it</h2>
          <EvidenceForm action={changeEvidenceAction} hidden={hidden} evidence={item} />
          <h2 className="nhsuk-heading-m">Take it out of the register</h2>
          <p>It then no longer speaks for any answer. Sign-offs that were made with it keep it.</p>
          <HiddenButton action={removeEvidenceAction} hidden={hidden}>
            Take it out
          </HiddenButton>
        </>
      )}
    </Page>
  );
}
