import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { revisionOf } from "./answer-history";
import type { AnswerAddress } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { saveAnswer, type SaveOutcome } from "./save-answer";

export type Restoring = {
  /** The version whose answer is wanted back; 0 for none at all, which undoes the first. */
  restore: number;
  /** The version the person saw as the latest. */
  version: number;
  /** As for any save: the same key again has no second effect. */
  key: string;
};

/**
 * Puts an answer back to what an earlier version said, as a version of its own. Changes nothing where somebody saved
 * since (`stale`); what still had to be confirmed then has to be again.
 */
export async function restoreAnswer(
  user: CurrentUser,
  address: AnswerAddress,
  { restore, version, key }: Restoring,
): Promise<SaveOutcome> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !may(user, "answer questions", facts.organisationId)) return { kind: "not_found" };
  const wanted = restore === 0 ? null : await revisionOf(user, facts.organisationId, address, restore);
  if (restore !== 0 && !wanted) return { kind: "not_found" };
  const { criteria, notApplicable, ...rest } = wanted?.content ?? { criteria: {}, notApplicable: null };
  const said = notApplicable === null ? { criteria } : { notApplicable: { reason: notApplicable } };
  return saveAnswer(
    user,
    address,
    key,
    { version, ...said, ...rest },
    {
      kind: "undone",
      toConfirm: wanted?.toConfirm ?? false,
      inState: "in_progress",
      because: { restored: restore },
    },
  );
}
