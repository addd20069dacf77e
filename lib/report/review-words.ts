import type { KeptReview } from "@/lib/assessment/review";

/** Who outside the team looked at the answers, and what they made of them, in a sentence; without their names. */
export function reviewInWords({ summaries }: Pick<KeptReview, "summaries">): string {
  if (summaries.length === 0) return "No independent review";
  const told = summaries.map(
    ({ sampled, confidence, risk }) =>
      `${sampled} ${sampled === 1 ? "answer" : "answers"} sampled, confidence ${confidence}, overall risk ${risk}`,
  );
  const [only] = told;
  if (told.length === 1) return `Independently reviewed: ${only}`;
  return `Independently reviewed by ${told.length} reviewers: ${told.join("; ")}`;
}

/**
 * The challenges behind a result: how many are still open, and in how many answers the trust kept its own level
 * against the reviewer's. A round with an open one cannot be signed; it may be opened again and challenged then.
 */
export function challengesInWords(open: number, { levels }: Pick<KeptReview, "levels">): string {
  const opened =
    open === 0 ? "No open challenges" : `${open} open ${open === 1 ? "challenge" : "challenges"}`;
  if (levels.length === 0) return opened;
  const answers = levels.length === 1 ? "1 answer" : `${levels.length} answers`;
  return `${opened}; in ${answers} the reviewer's level differs and the trust kept its own`;
}
