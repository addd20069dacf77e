import "server-only";
import { answersWhose, readsWhose } from "@/lib/access/answering";
import type { CurrentUser } from "@/lib/access/user";
import type { AnswerAddress } from "./answers";
import { assigneeIn } from "./assignments";
import type { AssessmentFacts } from "./assessment-facts";
import { withTenant } from "./tenant";
import { owingIn } from "./voices";

/**
 * On what ground a person may answer one question: `assignee` is who it must still be assigned to when it is saved,
 * null where that does not matter; `enteredFor` whom it is typed for, null where it is their own.
 */
export type AnswerGround = { assignee: string | null; enteredFor: string | null };

/** Whether and how the person may answer this question; null where it is not theirs to answer. */
export async function groundToAnswer(
  user: CurrentUser,
  { organisationId }: AssessmentFacts,
  address: AnswerAddress,
): Promise<AnswerGround | null> {
  const whose = answersWhose(user, organisationId);
  if (whose === null) return null;
  if (whose === "anyone's") return { assignee: null, enteredFor: null };
  const { assignee, owing } = await standing(user, organisationId, address);
  // What stands there is not theirs to see yet, so neither to overwrite.
  if (whose === "their own" && owing.includes(user.personId)) return null;
  return groundOf(user, organisationId, assignee);
}

/** The same, where it is known already whose the question is. */
export function groundOf(
  user: CurrentUser,
  organisationId: string,
  assignee: string | null,
): AnswerGround | null {
  const whose = answersWhose(user, organisationId);
  if (whose === "anyone's") return { assignee: null, enteredFor: null };
  if (whose === null || assignee === null) return null;
  // A coordinator may hold a question of their own as well, as a contributor.
  if (assignee === user.personId) return { assignee, enteredFor: null };
  return whose === "another person's" ? { assignee, enteredFor: assignee } : null;
}

/** Whether the person may read this answer while the round is open. */
export async function mayReadAnswer(
  user: CurrentUser,
  { organisationId }: AssessmentFacts,
  address: AnswerAddress,
): Promise<boolean> {
  const whose = readsWhose(user, organisationId, address.assessmentId);
  if (whose !== "their own") return whose === "all";
  const { assignee, owing } = await standing(user, organisationId, address);
  return assignee === user.personId && !owing.includes(user.personId);
}

/** Whose the question is, and who owes their own view of it. */
function standing(user: CurrentUser, organisationId: string, address: AnswerAddress) {
  return withTenant(user, {}, async (tx) => ({
    assignee: await assigneeIn(tx, organisationId, address),
    owing: await owingIn(tx, organisationId, address),
  }));
}
