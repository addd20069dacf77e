import type { Level } from "@/lib/framework/schema";

/** The states of a challenge. The first two stand in the way of sending and signing a round. */
export type ChallengeState = "open" | "answered" | "accepted" | "upheld" | "withdrawn";

/** What the trust said to a challenge before it said more; `at` is written as in JSON. */
export type EarlierReply = { text: string; at: string; byName: string };

/** A time that a signed-off round was opened again before the last one; `at` is written as in JSON. */
export type EarlierReopening = { at: string; byName: string; reason: string };

/** What a reviewer says against an answer: another level, and why. */
export type Challenge = {
  id: string;
  capabilityId: string;
  scope: string;
  level: Level;
  reason: string;
  state: ChallengeState;
  /** The last thing the trust said to it; empty before it said any. */
  reply: string;
  /** What it said before that, oldest first. */
  earlierReplies: EarlierReply[];
  raisedAt: Date;
  raisedById: string;
  repliedAt: Date | null;
  repliedById: string | null;
  closedAt: Date | null;
  closedById: string | null;
};

/** True while the challenge waits for the trust or the reviewer. */
export function isOpen({ state }: Pick<Challenge, "state">): boolean {
  return state === "open" || state === "answered";
}

const stateNames: Readonly<Record<ChallengeState, string>> = {
  open: "Open",
  answered: "Answered, still open",
  accepted: "Accepted: the answer was changed",
  upheld: "The trust upholds its answer",
  withdrawn: "Withdrawn by the reviewer",
};

/** Where a challenge stands, in words for people. */
export function challengeStateName(state: ChallengeState): string {
  return stateNames[state];
}

/** What one reviewer makes of a round as a whole. */
export type ReviewSummary = {
  personId: string;
  byName: string;
  /** How many answers were looked at. */
  sampled: number;
  /** In the self-assessment. */
  confidence: "low" | "medium" | "high";
  risk: "low" | "medium" | "high";
  text: string;
  writtenAt: Date;
};

/** What is kept of a review with a sign-off, beside the trust's own answers. */
export type KeptReview = {
  levels: { capability: string; scope: string; level: Level; reason: string }[];
  summaries: Omit<ReviewSummary, "personId" | "writtenAt">[];
};

/** The reviewer's levels that still differ: the challenges that the trust did not follow. */
export function levelsBeside(challenges: readonly Challenge[]): KeptReview["levels"] {
  return challenges
    .filter(({ state }) => state === "upheld" || state === "open" || state === "answered")
    .map(({ capabilityId, scope, level, reason }) => ({ capability: capabilityId, scope, level, reason }));
}
