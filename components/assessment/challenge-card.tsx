import type { ReactNode } from "react";
import { Card } from "@/components/nhs/card";
import { Tag } from "@/components/nhs/tag";
import { type Challenge, challengeStateName, isOpen } from "@/lib/assessment/review";
import { momentInWords } from "@/lib/report/dates";

type Props = {
  challenge: Challenge;
  heading: ReactNode;
  nameOf: (personId: string) => string;
  /** What the person can do about it. */
  children?: ReactNode;
};

/** One challenge: the reviewer's level and reason, what the trust said, and where it stands. */
export function ChallengeCard({ challenge, heading, nameOf, children }: Props) {
  const { state, reason, reply, earlierReplies, raisedAt, raisedById, repliedAt, repliedById } = challenge;
  return (
    <Card heading={heading} headingLevel={3} headingSize="s">
      <p>
        <Tag colour={isOpen(challenge) ? "orange" : "grey"}>{challengeStateName(state)}</Tag>
      </p>
      <p>
        {nameOf(raisedById)} would give level {challenge.level}, {momentInWords(raisedAt)}
      </p>
      <p className="app-typed">{reason}</p>
      {earlierReplies.map(({ text, at, byName }) => (
        <Reply key={at} text={text} by={byName} at={new Date(at)} />
      ))}
      {reply && repliedAt && repliedById && <Reply text={reply} by={nameOf(repliedById)} at={repliedAt} />}
      {children}
    </Card>
  );
}

function Reply({ text, by, at }: { text: string; by: string; at: Date }) {
  return (
    <>
      <p>
        {by} replied, {momentInWords(at)}
      </p>
      <p className="app-typed">{text}</p>
    </>
  );
}
