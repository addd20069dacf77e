import type { Metadata } from "next";
import { IssueList } from "@/components/assessment/issue-list";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { issuesOf } from "@/lib/assessment/issues";
import { noFacts } from "@/lib/assessment/review-facts";
import { reviewFactsOf } from "@/lib/data/review-facts";
import { senderMaySign } from "@/lib/data/sign-off-rule";
import { signOffRulePath } from "@/lib/http/addresses";
import { loadWork } from "../load-work";
import { sendForReviewAction } from "./actions";

type Props = { params: Promise<{ assessmentId: string }> };

export const metadata: Metadata = { title: "Check and send for review" };

/** What stands in the way of review, what is worth a second look, and the button that sends it. */
export default async function CheckPage({ params }: Props) {
  const { assessmentId } = await params;
  const { user, assessment, framework, rows } = await loadWork(assessmentId);
  const known = (await reviewFactsOf(user, assessmentId)) ?? noFacts;
  const issues = issuesOf(framework, assessment, rows, known);
  const blocking = issues.filter((issue) => issue.blocking);
  const warnings = issues.filter((issue) => !issue.blocking);
  const { organisationId, organisation } = assessment;
  const maySignOwn = await senderMaySign(user, organisationId);
  const maySend =
    assessment.state === "in_progress" && may(user, "send for review", assessment.organisationId);

  return (
    <Page before={<AssessmentTrail assessment={assessment} />}>
      <PageHeading caption={`Assessment ${assessment.round}`}>Check and send for review</PageHeading>
      <h2 className="nhsuk-heading-m">To do before review{blocking.length > 0 && ` (${blocking.length})`}</h2>
      {blocking.length === 0 ? (
        <p>Nothing. Every question is answered.</p>
      ) : (
        <IssueList issues={blocking} assessmentId={assessmentId} framework={framework} />
      )}
      <h2 className="nhsuk-heading-m">Worth a second look{warnings.length > 0 && ` (${warnings.length})`}</h2>
      {warnings.length === 0 ? (
        <p>Nothing stands out.</p>
      ) : (
        <>
          <p>These do not stop you. What is left of them is kept with the sign-off.</p>
          <IssueList issues={warnings} assessmentId={assessmentId} framework={framework} />
        </>
      )}
      {maySend && blocking.length === 0 && (
        <ActionForm action={sendForReviewAction}>
          <InsetText>
            <p>
              Once you send it, answers can be read but not changed. An approver signs it off or gives it back
              to you.{" "}
              {maySignOwn
                ? "Your organisation allows an approver to sign what they sent. The record then says that the same person prepared and signed it."
                : "You cannot sign what you send."}{" "}
              {may(user, "set the rule of sign-off", organisationId) && (
                <a href={signOffRulePath(organisation.odsCode)}>Change who may sign</a>
              )}
            </p>
          </InsetText>
          <input type="hidden" name="id" value={assessmentId} />
          <SubmitButton>Send for review</SubmitButton>
        </ActionForm>
      )}
      {assessment.state !== "in_progress" && <p>This round has been sent for review.</p>}
    </Page>
  );
}
