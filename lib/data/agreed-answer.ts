import "server-only";
import { randomUUID } from "node:crypto";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { Level } from "@/lib/framework/schema";
import { type AnswerAddress, answerIn } from "./answers";
import { assessmentFacts } from "./assessment-facts";
import { saveAnswer, type SaveOutcome } from "./save-answer";
import { withTenant } from "./tenant";

/** What was agreed: a level, or the answer as it stands, and why. */
export type Agreed = { level: Level | "as_it_stands"; reason: string; version: number };

/**
 * Records what people agreed after they gave their views: a version of the answer that says so, with the reason as its
 * note. Changes nothing where the answer was saved since `version` was read. `not_answered` where there is nothing that
 * could stand.
 */
export async function recordAgreed(
  user: CurrentUser,
  address: AnswerAddress,
  { level, reason, version }: Agreed,
): Promise<SaveOutcome | { kind: "not_answered" }> {
  const facts = await assessmentFacts(user, address.assessmentId);
  if (!facts || !may(user, "answer questions", facts.organisationId)) return { kind: "not_found" };
  const row = await withTenant(user, {}, (tx) => answerIn(tx, facts.organisationId, address));
  const said = level === "as_it_stands" ? row && !row.withdrawn && saying(row) : { level };
  if (!said) return { kind: "not_answered" };
  const body = { version, ...said, note: reason, confidence: row?.confidence ?? null };
  return saveAnswer(user, address, randomUUID(), body, {
    kind: "agreed",
    toConfirm: false,
    inState: "in_progress",
  });
}

function saying({ criteria, notApplicable }: { criteria: object; notApplicable: string | null }) {
  return notApplicable === null ? { criteria } : { notApplicable: { reason: notApplicable } };
}
