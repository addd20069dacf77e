import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { questionKey } from "@/lib/assessment/assignment";
import { answersIn } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { saveAnswers, type SaveAllOutcome } from "./save-answers";
import { withTenant } from "./tenant";

/** An answer as somebody saw it and says that it still holds. */
export type SeenAnswer = { capabilityId: string; scope: string; version: number };

/**
 * Confirms answers as they stand, all of them or none: nothing where somebody changed one since it was seen. Answers
 * that need no confirming are left alone, and those that a coordinator typed for somebody, who confirms them.
 */
export async function confirmAnswers(
  user: CurrentUser,
  assessmentId: string,
  seen: readonly SeenAnswer[],
): Promise<SaveAllOutcome> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "answer questions", facts.organisationId)) return { kind: "not_found" };
  const rows = await withTenant(user, {}, (tx) => answersIn(tx, facts.organisationId, assessmentId));
  const standing = new Map(rows.map((row) => [questionKey(row), row]));
  const answers = seen.flatMap(({ capabilityId, scope, version }) => {
    const row = standing.get(questionKey({ capabilityId, scope }));
    if (!row?.carriedForward || row.enteredForId !== null) return [];
    const { criteria, notApplicable, note, confidence } = row;
    const said = notApplicable === null ? { criteria } : { notApplicable: { reason: notApplicable } };
    return [{ capabilityId, scope, body: { version, ...said, note, confidence } }];
  });
  return saveAnswers(user, assessmentId, answers);
}
