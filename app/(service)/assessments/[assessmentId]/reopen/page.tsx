import type { Metadata } from "next";
import { ReasonForm } from "@/components/assessment/reason-form";
import { InsetText } from "@/components/nhs/inset-text";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";
import { notFound } from "@/lib/auth/not-found";
import { assessmentPath, signOffPath } from "@/lib/http/addresses";
import { loadWork } from "../load-work";
import { reopenAction } from "./actions";

type Props = { params: Promise<{ assessmentId: string }> };

export const metadata: Metadata = { title: "Open a signed-off round again" };

/** Where an approver opens a signed-off round again, with a reason. */
export default async function ReopenPage({ params }: Props) {
  const { assessmentId } = await params;
  const { user, assessment } = await loadWork(assessmentId);
  const { round, state } = assessment;
  if (!may(user, "reopen a round", assessment.organisationId)) notFound();

  return (
    <Page
      before={
        <AssessmentTrail
          assessment={assessment}
          then={[{ href: signOffPath(assessmentId), text: `Sign-off of ${round}` }]}
        />
      }
    >
      <PageHeading caption={assessment.organisation.name}>Open round {round} again</PageHeading>
      {state === "signed_off" ? (
        <>
          <InsetText>
            <p>
              The digital lead can then change its answers. Until you sign it anew, boards and everybody else
              see what was signed, marked as being revised. Answers already given in the next round stay.
            </p>
          </InsetText>
          <ReasonForm
            action={reopenAction}
            hidden={{ id: assessmentId }}
            name="reason"
            label="Why does it have to be opened again?"
            hint="No patient data. What you write may be released under the Freedom of Information Act."
            limit={NOTE_LIMIT}
            button="Open the round again"
          />
        </>
      ) : (
        <p>
          {state === "in_review"
            ? "This round is in review and not signed yet."
            : "This round is open already."}{" "}
          <a href={assessmentPath(assessmentId)}>See its questions</a>
        </p>
      )}
    </Page>
  );
}
