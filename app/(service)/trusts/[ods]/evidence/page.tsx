import type { Metadata } from "next";
import { EvidenceStandingTag } from "@/components/assessment/evidence-standing-tag";
import { EvidenceTitle } from "@/components/assessment/evidence-title";
import { ButtonLink } from "@/components/nhs/button";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { Tag } from "@/components/nhs/tag";
import { TrustTrail } from "@/components/trail/trust-trail";
import { may } from "@/lib/access/policy";
import { evidenceStanding, gradeInWords } from "@/lib/assessment/evidence";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { evidenceOf } from "@/lib/data/evidence";
import { organisationByCode } from "@/lib/data/organisations";
import { evidencePath } from "@/lib/http/addresses";
import { dayOf } from "@/lib/report/dates";

type Props = { params: Promise<{ ods: string }>; searchParams: Promise<{ show?: string }> };

export const metadata: Metadata = { title: "Evidence" };

/** The trust's register of evidence, or what of it has expired or soon will. */
export default async function EvidencePage({ params, searchParams }: Props) {
  const user = await requireUser();
  const trust = await organisationByCode(user, (await params).ods);
  const all = trust && (await evidenceOf(user, trust.id));
  if (!trust || !all) notFound();
  const today = dayOf(new Date());
  const late = all.filter((item) => evidenceStanding(item, today) !== "current");
  const expiring = (await searchParams).show === "expiring";
  const mayChange = may(user, "attach evidence", trust.id);

  return (
    <Page width="full" before={<TrustTrail trust={trust} />}>
      <PageHeading caption={trust.name}>Evidence</PageHeading>
      <p>
        References to what shows your answers: links and documents, never the files themselves. One can serve
        many questions, and it stays from year to year.
      </p>
      {mayChange && <ButtonLink href={`${evidencePath(trust.odsCode)}/new`}>Add evidence</ButtonLink>}
      <nav aria-label="Show evidence">
        <ul className="app-filters">
          <li>
            <a href={evidencePath(trust.odsCode)} aria-current={expiring ? undefined : "page"}>
              All ({all.length})
            </a>
          </li>
          <li>
            <a
              href={`${evidencePath(trust.odsCode)}?show=expiring`}
              aria-current={expiring ? "page" : undefined}
            >
              Expired or expiring soon ({late.length})
            </a>
          </li>
        </ul>
      </nav>
      <Table
        caption={expiring ? "Expired or expiring soon" : "All evidence"}
        columns={["Evidence", "Owner", "Grade", "Review date", "Used for", "Change"].map((header) => ({
          header,
        }))}
        rows={(expiring ? late : all).map((item) => ({
          id: item.id,
          cells: [
            <span key="title">
              <EvidenceTitle item={item} />
              {item.toConfirm && (
                <>
                  {" "}
                  <Tag colour="orange">To confirm</Tag>
                </>
              )}
            </span>,
            item.owner || "Not stated",
            gradeInWords(item),
            <EvidenceStandingTag key="review" item={item} today={today} />,
            item.toConfirm
              ? "Nothing yet"
              : item.links.length === 1
                ? "1 question"
                : `${item.links.length} questions`,
            <a key="open" className="nhsuk-link" href={evidencePath(trust.odsCode, item.id)}>
              Open<span className="nhsuk-u-visually-hidden">: {item.title}</span>
            </a>,
          ],
        }))}
        empty={expiring ? "Nothing has expired or soon will." : "No evidence has been added yet."}
      />
    </Page>
  );
}
