/** What is known about the answers of a round beside the answers themselves, each by `questionKey`. */
export type ReviewFacts = {
  /** Answers with a challenge that is still open. */
  challenged: ReadonlySet<string>;
};

/** A round about which nothing more is known. */
export const noFacts: ReviewFacts = { challenged: new Set() };
