import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PositionPanel } from "@/components/assessment/position-panel";
import { IssueList } from "@/components/assessment/issue-list";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { CardGroup, CardItem } from "@/components/nhs/card";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { may } from "@/lib/access/policy";
import { answersFor } from "@/lib/assessment/answers-for-setting";
import { issuesOf } from "@/lib/data/sign-off";
import { settingName } from "@/lib/framework/setting-names";
import { assessmentPath, resultsPath, trustPath } from "@/lib/http/addresses";
import { safeguardsOf } from "@/lib/scoring/safeguards";
import { completenessOf } from "@/lib/report/completeness";
import { score } from "@/lib/scoring/score";
import { loadWork } from "../load-work";
import { returnAction, signOffAction } from "./actions";

type Props = { params: Promise<{ assessmentId: string }> };

export const metadata: Metadata = { title: "Sign off" };

/** What an approver signs, with the way to give it back instead. */
export default async function SignOffPage({ params }: Props) {
  const { assessmentId } = await params;
  const { user, assessment, framework, rows } = await loadWork(assessmentId);
  if (!may(user, "sign off", assessment.organisationId)) notFound();
  const warnings = issuesOf(framework, assessment, rows).filter((issue) => !issue.blocking);
  const inReview = assessment.state === "in_review";

  return (
    <Page
      width="full"
      before={
        <Breadcrumb
          items={[
            { href: trustPath(assessment.organisation.odsCode), text: assessment.organisation.name },
            { href: assessmentPath(assessmentId), text: `Assessment ${assessment.round}` },
          ]}
        />
      }
    >
      <PageHeading caption={assessment.organisation.name}>Sign off assessment {assessment.round}</PageHeading>
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
      {warnings.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">Worth a second look ({warnings.length})</h2>
          <IssueList issues={warnings} assessmentId={assessmentId} framework={framework} />
        </>
      )}
      {inReview ? (
        <>
          <InsetText>
            <p>
              Signing off keeps these answers and results as they are, with your name and the time. They are
              not changed again. The next round opens from them.
            </p>
          </InsetText>
          <ActionForm action={signOffAction}>
            <input type="hidden" name="id" value={assessmentId} />
            <input type="hidden" name="ods" value={assessment.organisation.odsCode} />
            <SubmitButton>Sign off</SubmitButton>
          </ActionForm>
          <ActionForm action={returnAction}>
            <input type="hidden" name="id" value={assessmentId} />
            <SubmitButton variant="secondary">Give it back to the team</SubmitButton>
          </ActionForm>
        </>
      ) : (
        <p>This round is not waiting to be signed off.</p>
      )}
    </Page>
  );
}
