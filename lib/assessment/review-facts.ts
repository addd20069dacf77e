/** What is known about the answers of a round beside the answers themselves, each by `questionKey`. */
export type ReviewFacts = {
  /** Answers with a challenge that is still open. */
  challenged: ReadonlySet<string>;
  /** Answers that some evidence speaks for. */
  evidenced: ReadonlySet<string>;
  /** Answers with evidence for them that is documented or verified, and in date. */
  documented: ReadonlySet<string>;
  /** Questions on which colleagues' views lie far apart, and nothing was agreed since. */
  apart: ReadonlySet<string>;
};

/** A round about which nothing more is known. */
export const noFacts: ReviewFacts = {
  challenged: new Set(),
  evidenced: new Set(),
  documented: new Set(),
  apart: new Set(),
};
