import type { Metadata } from "next";
import { EvidenceForm } from "@/components/assessment/evidence-form";
import { EvidenceStandingTag } from "@/components/assessment/evidence-standing-tag";
import { EvidenceTitle } from "@/components/assessment/evidence-title";
import { HiddenButton } from "@/components/forms/hidden-button";
import { InsetText } from "@/components/nhs/inset-text";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { SummaryList } from "@/components/nhs/summary-list";
import { CopyToTrusts } from "@/components/sharing/copy-to-trusts";
import { TrustTrail } from "@/components/trail/trust-trail";
import { may } from "@/lib/access/policy";
import { gradeInWords } from "@/lib/assessment/evidence";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { evidencePlaces } from "@/lib/data/copy-evidence";
import { getEvidence } from "@/lib/data/evidence";
import { organisationByCode } from "@/lib/data/organisations";
import { evidencePath } from "@/lib/http/addresses";
import { dayOf } from "@/lib/report/dates";
import {
  changeEvidenceAction,
  confirmEvidenceAction,
  copyEvidenceAction,
  removeEvidenceAction,
} from "../actions";

type Props = {
  params: Promise<{ ods: string; evidence: string }>;
  searchParams: Promise<{ copied?: string; confirmed?: string }>;
};

export const metadata: Metadata = { title: "Evidence" };

/** One piece of evidence, to read, change, take out of the register, or copy to another trust of the group. */
export default async function EvidenceItemPage({ params, searchParams }: Props) {
  const { ods, evidence: id } = await params;
  const user = await requireUser();
  const trust = await organisationByCode(user, ods);
  const { copied, confirmed } = await searchParams;
  const item = trust && (await getEvidence(user, trust.id, id));
  if (!trust || !item) notFound();
  const hidden = { ods: trust.odsCode, id, version: item.version };
  const mayChange = may(user, "attach evidence", trust.id);
  const others = mayChange && !item.toConfirm ? await evidencePlaces(user, trust.id, item) : [];
  const uses = item.links.length === 1 ? "1 question" : `${item.links.length} questions`;

  return (
    <Page
      before={<TrustTrail trust={trust} then={[{ href: evidencePath(trust.odsCode), text: "Evidence" }]} />}
    >
      {confirmed === "yes" && !item.toConfirm && (
        <NotificationBanner kind="success">
          <NotificationHeading>Confirmed for {trust.name}</NotificationHeading>
        </NotificationBanner>
      )}
      {copied === "yes" && (
        <NotificationBanner kind="success">
          <NotificationHeading>Copied to {trust.name}</NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading caption={`${trust.name} · Evidence`}>{item.title}</PageHeading>
      {item.toConfirm && (
        <InsetText>
          <p>
            Copied from {item.copiedFrom}. It speaks for nothing here until somebody who knows says that it is
            true of this trust too
            {item.links.length > 0 && `, and then for ${uses} that it speaks for there`}.
            {mayChange && " Saving a change confirms it too."}
          </p>
          {mayChange && (
            <HiddenButton action={confirmEvidenceAction} hidden={hidden}>
              Confirm: true here too
            </HiddenButton>
          )}
        </InsetText>
      )}
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
            value: item.toConfirm ? "Nothing yet" : uses,
          },
          ...(item.copiedFrom ? [{ key: "Copied from", value: item.copiedFrom }] : []),
        ]}
      />
      {mayChange && (
        <>
          <CopyToTrusts
            action={copyEvidenceAction}
            hidden={{ ods: trust.odsCode, id }}
            trusts={others.map(({ odsCode, name, copy }) => ({
              odsCode,
              name,
              href: copy && evidencePath(odsCode, copy),
            }))}
          />
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
