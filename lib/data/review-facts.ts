import "server-only";
import { questionKey } from "@/lib/assessment/assignment";
import { isDocumented } from "@/lib/assessment/evidence";
import type { ReviewFacts } from "@/lib/assessment/review-facts";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { dayOf } from "@/lib/report/dates";
import { assessmentFacts } from "./assessment-facts";
import { linkedEvidenceIn } from "./evidence";
import { type TenantTransaction, withTenant } from "./tenant";
import { farApartIn } from "./views-apart";

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
  const evidence = await linkedEvidenceIn(tx, organisationId);
  const today = dayOf(new Date());
  const apart = await farApartIn(tx, organisationId, assessmentId);
  return {
    challenged: new Set(challenges.map(questionKey)),
    evidenced: new Set(evidence.filter(({ counter }) => !counter).map(questionKey)),
    apart: new Set(apart.map(questionKey)),
    documented: new Set(evidence.filter((item) => isDocumented(item, today)).map(questionKey)),
  };
}

/** The same for somebody who may read the answers; null for everybody else. */
export async function reviewFactsOf(user: CurrentUser, assessmentId: string): Promise<ReviewFacts | null> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "read answers", facts.organisationId, assessmentId)) return null;
  return withTenant(user, {}, (tx) => reviewFactsIn(tx, facts.organisationId, assessmentId));
}
