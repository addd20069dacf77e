import { may } from "./policy";
import type { CurrentUser } from "./user";

/**
 * Whose questions a person may answer in an organisation (design: product, who uses it): any; those assigned to them;
 * or those assigned to somebody else, in that person's name, who then confirms. Null for none.
 */
export type AnswersWhose = "anyone's" | "their own" | "another person's";

export function answersWhose(user: CurrentUser, organisationId: string): AnswersWhose | null {
  if (may(user, "answer questions", organisationId)) return "anyone's";
  if (may(user, "answer for another person", organisationId)) return "another person's";
  if (may(user, "answer own questions", organisationId)) return "their own";
  return null;
}

/** Whose answers a person may read in an open round: all, or those to questions assigned to them. */
export function readsWhose(
  user: CurrentUser,
  organisationId: string,
  assessmentId: string,
): "all" | "their own" | null {
  if (may(user, "read answers", organisationId, assessmentId)) return "all";
  return may(user, "read own answers", organisationId) ? "their own" : null;
}
