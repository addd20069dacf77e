import type { Metadata } from "next";
import { PositionPanel } from "@/components/assessment/position-panel";
import { IssueList } from "@/components/assessment/issue-list";
import { SignOffForm } from "@/components/assessment/sign-off-form";
import { SignOffRecordPanel } from "@/components/assessment/sign-off-record-panel";
import { CardGroup, CardItem } from "@/components/nhs/card";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { answersFor } from "@/lib/assessment/answers-for-setting";
import { issuesOf } from "@/lib/assessment/issues";
import { noFacts } from "@/lib/assessment/review-facts";
import { notFound } from "@/lib/auth/not-found";
import { reviewFactsOf } from "@/lib/data/review-facts";
import { signOffRecord } from "@/lib/data/sign-off-record";
import { settingName } from "@/lib/framework/setting-names";
import { giveBackPath, reopenPath, resultsPath } from "@/lib/http/addresses";
import { safeguardsOf } from "@/lib/scoring/safeguards";
import { completenessOf } from "@/lib/report/completeness";
import { score } from "@/lib/scoring/score";
import { loadWork } from "../load-work";
import { signOffAction } from "./actions";

type Props = { params: Promise<{ assessmentId: string }> };

export const metadata: Metadata = { title: "Sign off" };

/** What an approver signs, with the way to give it back instead; once signed, the record of it. */
export default async function SignOffPage({ params }: Props) {
  const { assessmentId } = await params;
  const { user, assessment, framework, rows } = await loadWork(assessmentId);
  const known = (await reviewFactsOf(user, assessmentId)) ?? noFacts;
  const maySign = may(user, "sign off", assessment.organisationId);
  const signed = await signOffRecord(user, assessmentId);
  if (!maySign && !signed) notFound();
  const mayReopen =
    may(user, "reopen a round", assessment.organisationId) && assessment.state === "signed_off";
  const inReview = assessment.state === "in_review";
  // Once signed, the record tells of those that were left.
  const issues = inReview ? issuesOf(framework, assessment, rows, known) : [];
  const warnings = issues.filter((issue) => !issue.blocking);
  const blocking = issues.filter((issue) => issue.blocking);

  return (
    <Page width="full" before={<AssessmentTrail assessment={assessment} />}>
      <PageHeading caption={assessment.organisation.name}>
        {inReview ? "Sign off" : "Sign-off of"} assessment {assessment.round}
      </PageHeading>
      <CardGroup>
        {assessment.careSettings.map((setting) => {
          const answers = answersFor(framework, setting, rows);
          const result = score(framework, setting, answers);
          const safeguards = safeguardsOf(framework, setting, result);
          return (
            <CardItem
              key={setting}
              heading={settingName(framework, setting)}
              href={resultsPath(assessmentId, setting)}
            >
              <PositionPanel
                framework={framework}
                result={result}
                completeness={completenessOf(result, answers)}
                secured={safeguards.filter(({ secured }) => secured).length}
                safeguards={safeguards.length}
                change={null}
              />
            </CardItem>
          );
        })}
      </CardGroup>
      {blocking.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">This stands in the way of signing ({blocking.length})</h2>
          <IssueList issues={blocking} assessmentId={assessmentId} framework={framework} />
        </>
      )}
      {warnings.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">Worth a second look ({warnings.length})</h2>
          <IssueList issues={warnings} assessmentId={assessmentId} framework={framework} />
        </>
      )}
      {signed && <SignOffRecordPanel record={signed} framework={framework} />}
      {mayReopen && (
        <a className="nhsuk-link" href={reopenPath(assessmentId)}>
          Open this round again
        </a>
      )}
      {inReview && maySign ? (
        <>
          <InsetText>
            <p>
              Signing off keeps these answers and results as they are, with your name and the time. They are
              not changed again unless you open the round once more, with a reason. The next round opens from
              them.
            </p>
          </InsetText>
          <SignOffForm
            action={signOffAction}
            assessmentId={assessmentId}
            ods={assessment.organisation.odsCode}
          />
          <p>
            <a href={giveBackPath(assessmentId)}>Give it back to the team instead</a>
          </p>
        </>
      ) : (
        !signed && <p>This round is not waiting to be signed off.</p>
      )}
    </Page>
  );
}
