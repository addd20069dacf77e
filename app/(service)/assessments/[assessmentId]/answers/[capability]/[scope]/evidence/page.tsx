import type { Metadata } from "next";
import { EvidenceLinkForm } from "@/components/assessment/evidence-link-form";
import { EvidenceStandingTag } from "@/components/assessment/evidence-standing-tag";
import { EvidenceTitle } from "@/components/assessment/evidence-title";
import { HiddenButton } from "@/components/forms/hidden-button";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { gradeInWords } from "@/lib/assessment/evidence";
import { mayAnswerIn } from "@/lib/assessment/scopes";
import { notFound } from "@/lib/auth/not-found";
import { evidenceOf } from "@/lib/data/evidence";
import { evidenceFor } from "@/lib/data/evidence-links";
import { findCapability } from "@/lib/framework/find";
import { scopeName } from "@/lib/framework/setting-names";
import { answerPagePath, evidencePath } from "@/lib/http/addresses";
import { dayOf } from "@/lib/report/dates";
import { loadQuestions } from "../../../../load-questions";
import { linkAction, unlinkAction } from "./actions";

type Props = { params: Promise<{ assessmentId: string; capability: string; scope: string }> };

export const metadata: Metadata = { title: "Evidence for an answer" };

/** What speaks for one answer and what against it, and the ways to add more. */
export default async function AnswerEvidencePage({ params }: Props) {
  const { assessmentId, capability: capabilityId, scope } = await params;
  const { user, assessment, framework } = await loadQuestions(assessmentId, capabilityId);
  const capability = findCapability(framework, capabilityId);
  const place = { assessmentId, capabilityId, scope };
  const linked = await evidenceFor(user, place);
  if (!capability || !mayAnswerIn(capability, assessment.careSettings, scope) || !linked) notFound();
  const { organisation, organisationId } = assessment;
  const mayAttach = may(user, "attach evidence", organisationId);
  const register = mayAttach ? ((await evidenceOf(user, organisationId)) ?? []) : [];
  const unused = register.filter(({ id, toConfirm }) => !toConfirm && !linked.some((item) => item.id === id));
  const today = dayOf(new Date());
  const headers = ["Evidence", "Grade", "Review date", ...(mayAttach ? ["Change"] : [])];
  const table = (caption: string, counter: boolean, empty: string) => (
    <Table
      caption={caption}
      captionSize="m"
      columns={headers.map((header) => ({ header }))}
      rows={linked
        .filter((item) => item.counter === counter)
        .map((item) => ({
          id: item.id,
          cells: [
            <EvidenceTitle key="title" item={item} />,
            gradeInWords(item),
            <EvidenceStandingTag key="review" item={item} today={today} />,
            ...(mayAttach
              ? [
                  <HiddenButton key="end" action={unlinkAction} hidden={{ ...place, evidence: item.id }}>
                    No longer use here
                  </HiddenButton>,
                ]
              : []),
          ],
        }))}
      empty={empty}
    />
  );

  return (
    <Page
      width="full"
      before={
        <AssessmentTrail
          assessment={assessment}
          then={[{ href: answerPagePath(place), text: `${capability.number} ${capability.name}` }]}
        />
      }
    >
      <PageHeading caption={`${capability.number} ${capability.name} · ${scopeName(framework, scope)}`}>
        Evidence for this answer
      </PageHeading>
      {table("Evidence for the answer", false, "Nothing speaks for this answer yet.")}
      {table("Evidence against it", true, "Nothing speaks against this answer.")}
      {mayAttach && (
        <>
          {unused.length > 0 && (
            <>
              <h2 className="nhsuk-heading-m">Use a piece of the register</h2>
              <EvidenceLinkForm action={linkAction} hidden={place} register={unused} />
            </>
          )}
          <p>
            <a
              className="nhsuk-link"
              href={`${evidencePath(organisation.odsCode)}/new?for=${assessmentId}/${capabilityId}/${scope}`}
            >
              Add new evidence for this answer
            </a>
          </p>
        </>
      )}
    </Page>
  );
}
