import type { ReactNode } from "react";
import { Card } from "@/components/nhs/card";
import { ButtonLink } from "@/components/nhs/button";
import { Tag } from "@/components/nhs/tag";
import { AssessmentStateTag } from "@/components/nhs/status-tag";
import { assessmentPath, checkPath, reviewPath, signOffPath } from "@/lib/http/addresses";
import { type AssessmentState, isBeingRevised } from "@/lib/assessment/states";
import { MovedBack } from "./moved-back";

type Props = {
  assessment: { id: string; round: string; state: AssessmentState; signedOffAt: Date | null };
  progress: { done: number; all: number; toConfirm: number };
  /** What this person may do with the round. */
  can: { answer: boolean; send: boolean; sign: boolean; review: boolean };
  /** Where the round was given back to the team: by whom, when and why. */
  givenBack: { byName: string; at: Date; reason: string } | null;
  /** What waits, or is late, for who leads the work. */
  children?: ReactNode;
};

/** What a round needs next from the person who is looking. */
export function NextSteps({ assessment, progress, can, givenBack, children }: Props) {
  const { id, round, state } = assessment;
  const { done, all, toConfirm } = progress;
  return (
    <Card heading={`Assessment ${round}`}>
      <p>
        <AssessmentStateTag state={state} />{" "}
        {isBeingRevised(assessment) && <Tag colour="orange">Being revised</Tag>}
      </p>
      {state === "in_progress" && (
        <>
          <p>
            {done} of {all} questions are done
            {toConfirm > 0 && `, ${toConfirm} carried forward from the last round wait to be confirmed`}.
            {can.sign && !can.answer && " There is nothing to sign before it was sent for review."}
          </p>
          <div className="nhsuk-button-group">
            <ButtonLink href={assessmentPath(id)}>
              {can.answer ? "Continue the assessment" : "See the answers"}
            </ButtonLink>
            {can.review && (
              <ButtonLink variant="secondary" href={reviewPath(id)}>
                See challenges and write your summary
              </ButtonLink>
            )}
            {can.send && done === all && (
              <ButtonLink variant="secondary" href={checkPath(id)}>
                Check and send for review
              </ButtonLink>
            )}
          </div>
        </>
      )}
      {state === "in_review" && (
        <>
          <p>{can.sign ? "It waits for your signature." : "It waits to be signed off by an approver."}</p>
          <ButtonLink href={can.sign ? signOffPath(id) : assessmentPath(id)}>
            {can.sign ? "Read and sign off" : "Read the answers"}
          </ButtonLink>
          {can.review && (
            <>
              {" "}
              <ButtonLink variant="secondary" href={reviewPath(id)}>
                See challenges and write your summary
              </ButtonLink>
            </>
          )}
        </>
      )}
      {givenBack && <MovedBack did="gave the round back" move={givenBack} />}
      {children}
    </Card>
  );
}
