import "server-only";
import { questionKey } from "@/lib/assessment/assignment";
import type { ReviewFacts } from "@/lib/assessment/review-facts";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { assessmentFacts } from "./assessment-facts";
import { type TenantTransaction, withTenant } from "./tenant";

/** What is known about the answers of a round beside the answers, inside a transaction that is already open. */
export async function reviewFactsIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
): Promise<ReviewFacts> {
  const challenges = await tx.challenge.findMany({
    where: { organisationId, assessmentId, state: { in: ["open", "answered"] } },
    select: { capabilityId: true, scope: true },
  });
  return { challenged: new Set(challenges.map(questionKey)) };
}

/** The same for somebody who may read the answers; null for everybody else. */
export async function reviewFactsOf(user: CurrentUser, assessmentId: string): Promise<ReviewFacts | null> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "read answers", facts.organisationId, assessmentId)) return null;
  return withTenant(user, {}, (tx) => reviewFactsIn(tx, facts.organisationId, assessmentId));
}
