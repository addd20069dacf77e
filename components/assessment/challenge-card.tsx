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
  const { state, reason, reply, raisedAt, raisedById, repliedAt, repliedById } = challenge;
  return (
    <Card heading={heading} headingLevel={3} headingSize="s">
      <p>
        <Tag colour={isOpen(challenge) ? "orange" : "grey"}>{challengeStateName(state)}</Tag>
      </p>
      <p>
        {nameOf(raisedById)} would give level {challenge.level}, {momentInWords(raisedAt)}
      </p>
      <p className="app-typed">{reason}</p>
      {reply && repliedAt && repliedById && (
        <>
          <p>
            {nameOf(repliedById)} replied, {momentInWords(repliedAt)}
          </p>
          <p className="app-typed">{reply}</p>
        </>
      )}
      {children}
    </Card>
  );
}
