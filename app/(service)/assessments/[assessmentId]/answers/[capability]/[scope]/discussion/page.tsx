import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ChallengeCard } from "@/components/assessment/challenge-card";
import { ChallengeForm } from "@/components/assessment/challenge-form";
import { ChallengeReplyForm } from "@/components/assessment/challenge-reply-form";
import { CommentCard } from "@/components/assessment/comment-card";
import { CommentForm } from "@/components/assessment/comment-form";
import { HiddenButton } from "@/components/forms/hidden-button";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { AssessmentTrail } from "@/components/trail/assessment-trail";
import { may } from "@/lib/access/policy";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";
import { type Challenge, isOpen } from "@/lib/assessment/review";
import { mayAnswerIn, settingsServed } from "@/lib/assessment/scopes";
import { scoringAnswer } from "@/lib/assessment/stored-answer";
import { notFound } from "@/lib/auth/not-found";
import { challengesOf } from "@/lib/data/challenges";
import { commentsOf } from "@/lib/data/comments";
import { namesOf } from "@/lib/data/people";
import { mailServer } from "@/lib/env";
import { findCapability } from "@/lib/framework/find";
import { scopeName } from "@/lib/framework/setting-names";
import { answerPagePath } from "@/lib/http/addresses";
import { levelOf } from "@/lib/scoring/level";
import { loadQuestions } from "../../../../load-questions";
import {
  acceptAction,
  challengeAction,
  commentAction,
  replyAction,
  resolveAction,
  withdrawAction,
} from "./actions";

type Props = { params: Promise<{ assessmentId: string; capability: string; scope: string }> };

export const metadata: Metadata = { title: "Challenges and comments" };

/** What reviewers and colleagues said about one answer, and what the person can say themself. */
export default async function DiscussionPage({ params }: Props) {
  const { assessmentId, capability: capabilityId, scope } = await params;
  const { user, assessment, framework, rows } = await loadQuestions(assessmentId, capabilityId);
  const capability = findCapability(framework, capabilityId);
  const place = { assessmentId, capabilityId, scope };
  const challenges = await challengesOf(user, place);
  const talk = await commentsOf(user, place);
  if (!capability || !mayAnswerIn(capability, assessment.careSettings, scope) || !challenges) notFound();

  const { organisationId, state, careSettings } = assessment;
  const answer = rows.find((row) => row.scope === scope && !row.withdrawn);
  const level =
    answer && levelOf(capability, settingsServed(capability, careSettings, scope), scoringAnswer(answer));
  const unsigned = state !== "signed_off";
  const mayReply = unsigned && may(user, "answer questions", organisationId);
  const mayChallenge = unsigned && may(user, "challenge an answer", organisationId, assessmentId);
  const names = await namesOf([
    ...challenges.flatMap(({ raisedById, repliedById }) => [raisedById, repliedById ?? raisedById]),
    ...(talk?.comments ?? []).flatMap(({ byId, mentions, resolvedById }) => [
      ...[byId, resolvedById ?? byId],
      ...mentions,
    ]),
  ]);
  const nameOf = (id: string) => names.get(id) ?? "a former colleague";
  const about = (challenge: Challenge) => ({ ...place, challenge: challenge.id });

  return (
    <Page
      before={
        <AssessmentTrail
          assessment={assessment}
          then={[{ href: answerPagePath(place), text: `${capability.number} ${capability.name}` }]}
        />
      }
    >
      <PageHeading caption={`${capability.number} ${capability.name} · ${scopeName(framework, scope)}`}>
        Challenges and comments
      </PageHeading>
      {level && (
        <p>
          The trust&rsquo;s answer is at level{" "}
          {level.low === level.high ? level.low : `${level.low} to ${level.high}`}.
        </p>
      )}
      <h2 className="nhsuk-heading-m">Challenges</h2>
      {challenges.length === 0 && <p>Nobody has challenged this answer.</p>}
      {challenges.map((challenge) => (
        <ChallengeCard
          key={challenge.id}
          challenge={challenge}
          heading={`Level ${challenge.level} instead`}
          nameOf={nameOf}
        >
          {isOpen(challenge) && mayReply && answer && (
            <>
              <p>
                Accepting changes the answer to level {challenge.level}: every statement up to it counts as
                met and every one above it as not met.
              </p>
              <HiddenButton action={acceptAction} hidden={{ ...about(challenge), version: answer.version }}>
                {`Accept: change the answer to level ${challenge.level}`}
              </HiddenButton>
              <ChallengeReplyForm action={replyAction} hidden={about(challenge)} limit={NOTE_LIMIT} />
            </>
          )}
          {isOpen(challenge) && mayChallenge && challenge.raisedById === user.personId && (
            <HiddenButton action={withdrawAction} hidden={about(challenge)}>
              Withdraw the challenge
            </HiddenButton>
          )}
        </ChallengeCard>
      ))}
      {mayChallenge && answer && !challenges.some(isOpen) && (
        <>
          <h2 className="nhsuk-heading-m">Challenge this answer</h2>
          <ChallengeForm
            action={challengeAction}
            hidden={place}
            levels={framework.levels.map((rung) => ({
              value: String(rung.level),
              label: `Level ${rung.level}: ${rung.name}`,
              hint: rung.test,
            }))}
            limit={NOTE_LIMIT}
          />
        </>
      )}
      {talk && (
        <section id="comments">
          <h2 className="nhsuk-heading-m">Comments</h2>
          {talk.comments.length === 0 && <p>Nobody has commented on this answer.</p>}
          {talk.comments.map((comment) => (
            <CommentCard key={comment.id} comment={comment} nameOf={nameOf}>
              <HiddenButton action={resolveAction} hidden={{ ...place, comment: comment.id }}>
                Mark as resolved
              </HiddenButton>
            </CommentCard>
          ))}
          <CommentForm
            action={commentAction}
            hidden={{ ...place, key: randomUUID() }}
            people={talk.mentionable.filter(({ personId }) => personId !== user.personId)}
            limit={NOTE_LIMIT}
            sendsMail={mailServer() !== null}
          />
        </section>
      )}
    </Page>
  );
}
