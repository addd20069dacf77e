import type { Metadata } from "next";
import { ChallengeCard } from "@/components/assessment/challenge-card";
import { CommentCard } from "@/components/assessment/comment-card";
import { MovedBack } from "@/components/assessment/moved-back";
import { ReasonForm } from "@/components/assessment/reason-form";
import { ReviewSummaryForm } from "@/components/assessment/review-summary-form";
import { Card } from "@/components/nhs/card";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";
import { isOpen } from "@/lib/assessment/review";
import { challengesOfRound } from "@/lib/data/challenges";
import { openComments } from "@/lib/data/comments";
import { namesOf } from "@/lib/data/people";
import { returnsOf } from "@/lib/data/round-returns";
import { summariesOf } from "@/lib/data/review-summaries";
import { findCapability } from "@/lib/framework/find";
import { scopeName } from "@/lib/framework/setting-names";
import { discussionPath } from "@/lib/http/addresses";
import { momentInWords } from "@/lib/report/dates";
import { loadWork } from "../load-work";
import { returnAction, writeSummaryAction } from "./actions";

type Props = { params: Promise<{ assessmentId: string }> };

export const metadata: Metadata = { title: "Challenges, comments and review" };

/** What reviewers and colleagues said about a round, what is still open first. */
export default async function ReviewPage({ params }: Props) {
  const { assessmentId } = await params;
  const { user, assessment, framework } = await loadWork(assessmentId);
  const challenges = (await challengesOfRound(user, assessmentId)) ?? [];
  const comments = (await openComments(user, assessmentId)) ?? [];
  const summaries = (await summariesOf(user, assessmentId)) ?? [];
  const returns = await returnsOf(user, assessmentId);
  const names = await namesOf([
    ...challenges.flatMap(({ raisedById, repliedById }) => [raisedById, repliedById ?? raisedById]),
    ...comments.flatMap(({ byId, mentions }) => [byId, ...mentions]),
  ]);
  const nameOf = (id: string) => names.get(id) ?? "a former colleague";
  const own = summaries.find(({ personId }) => personId === user.personId);
  const mayWrite =
    assessment.state !== "signed_off" &&
    may(user, "write the review summary", assessment.organisationId, assessmentId);
  const mayReturn =
    assessment.state === "in_review" && may(user, "return to the team", assessment.organisationId);
  const forMe = comments.filter(({ mentions }) => mentions.includes(user.personId));
  const others = comments.filter((comment) => !forMe.includes(comment));
  const link = ({ capabilityId, scope }: { capabilityId: string; scope: string }) => {
    const capability = findCapability(framework, capabilityId);
    return (
      <a href={discussionPath({ assessmentId, capabilityId, scope })}>
        {capability ? `${capability.number} ${capability.name}` : capabilityId} ({scopeName(framework, scope)}
        )
      </a>
    );
  };

  return (
    <Page before={<AssessmentTrail assessment={assessment} />}>
      <PageHeading caption={`Assessment ${assessment.round}`}>Challenges, comments and review</PageHeading>
      <h2 className="nhsuk-heading-m">Open challenges ({challenges.filter(isOpen).length})</h2>
      <p>
        An open challenge stands in the way of sending and signing. A reviewer raises one on the page of an
        answer.
      </p>
      {challenges
        .toSorted((one, other) => Number(isOpen(other)) - Number(isOpen(one)))
        .map((challenge) => (
          <ChallengeCard key={challenge.id} challenge={challenge} heading={link(challenge)} nameOf={nameOf} />
        ))}
      {forMe.length > 0 && <h2 className="nhsuk-heading-m">Comments that mention you ({forMe.length})</h2>}
      {forMe.map((comment) => (
        <CommentCard key={comment.id} comment={comment} heading={link(comment)} nameOf={nameOf} />
      ))}
      <h2 className="nhsuk-heading-m">Other comments that are not resolved ({others.length})</h2>
      {others.map((comment) => (
        <CommentCard key={comment.id} comment={comment} heading={link(comment)} nameOf={nameOf} />
      ))}
      <h2 className="nhsuk-heading-m">Reviewers&rsquo; summaries</h2>
      <p>Each can be changed by its author alone, until the round is signed off.</p>
      {summaries.length === 0 && <p>No reviewer has written one yet.</p>}
      {summaries.map(({ personId, byName, sampled, confidence, risk, text, writtenAt }) => (
        <Card key={personId} heading={byName} headingLevel={3} headingSize="s">
          <p>
            {sampled} answers looked at · confidence in the self-assessment: {confidence} · overall risk:{" "}
            {risk}
          </p>
          <p className="app-typed">{text}</p>
          <p className="nhsuk-body-s nhsuk-u-secondary-text-colour">{momentInWords(writtenAt)}</p>
        </Card>
      ))}
      {mayWrite && (
        <>
          <h2 className="nhsuk-heading-m">{own ? "Change your summary" : "Write your summary"}</h2>
          <ReviewSummaryForm
            action={writeSummaryAction}
            assessmentId={assessmentId}
            summary={own}
            limit={NOTE_LIMIT}
          />
        </>
      )}
      {returns.length > 0 && <h2 className="nhsuk-heading-m">Given back ({returns.length})</h2>}
      {returns.map((returned) => (
        <Card key={returned.id}>
          <MovedBack did="gave the round back" move={returned} />
        </Card>
      ))}
      {mayReturn && (
        <>
          <h2 className="nhsuk-heading-m" id="give-back">
            Give the round back
          </h2>
          <p>
            Its answers can then be changed again, and it is sent for review once more. Whoever reads the
            answers sees your reason.
          </p>
          <ReasonForm
            action={returnAction}
            hidden={{ id: assessmentId }}
            name="reason"
            label="Why do you give it back?"
            hint="No patient data. What you write may be released under the Freedom of Information Act."
            limit={NOTE_LIMIT}
            button="Give it back to the team"
            variant="secondary"
          />
        </>
      )}
    </Page>
  );
}
