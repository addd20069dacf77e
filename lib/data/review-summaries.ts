import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { ReviewSummary } from "@/lib/assessment/review";
import { assessmentFacts } from "./assessment-facts";
import { record } from "./audit";
import { namesOf } from "./people";
import { type TenantTransaction, withTenant } from "./tenant";

export type NewSummary = Pick<ReviewSummary, "sampled" | "confidence" | "risk" | "text">;

/**
 * Writes or rewrites the reviewer's own summary of a round. Nobody else can: the database lets its author alone change
 * it. False where the round is not the user's to review, or is signed off.
 */
export async function writeSummary(
  user: CurrentUser,
  assessmentId: string,
  summary: NewSummary,
): Promise<boolean> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "write the review summary", facts.organisationId, assessmentId)) return false;
  const { organisationId } = facts;
  const key = { organisationId, assessmentId, personId: user.personId };
  return withTenant(user, { write: organisationId }, async (tx) => {
    const open = await tx.assessment.count({
      where: { organisationId, id: assessmentId, state: { not: "signed_off" } },
    });
    if (open === 0) return false;
    const values = { ...summary, writtenAt: new Date() };
    await tx.reviewSummary.upsert({
      where: { organisationId_assessmentId_personId: key },
      create: { ...key, ...values },
      update: values,
      select: { personId: true },
    });
    await record(tx, {
      organisationId,
      actorId: user.personId,
      action: "review_summary.written",
      subject: `assessment:${assessmentId}`,
    });
    return true;
  });
}

/** The summaries of a round without their authors' names, inside a transaction that is already open. */
export async function summariesIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
): Promise<Omit<ReviewSummary, "byName">[]> {
  const rows = await tx.reviewSummary.findMany({
    where: { organisationId, assessmentId },
    select: { personId: true, sampled: true, confidence: true, risk: true, text: true, writtenAt: true },
    orderBy: { writtenAt: "asc" },
  });
  return rows as Omit<ReviewSummary, "byName">[];
}

/** What the reviewers made of a round; null where its answers are not the user's to read. */
export async function summariesOf(user: CurrentUser, assessmentId: string): Promise<ReviewSummary[] | null> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "read answers", facts.organisationId, assessmentId)) return null;
  const rows = await withTenant(user, {}, (tx) => summariesIn(tx, facts.organisationId, assessmentId));
  const names = await namesOf(rows.map(({ personId }) => personId));
  return rows.map((row) => ({ ...row, byName: names.get(row.personId) ?? "A former reviewer" }));
}

/** The person's own summary of a round, undefined before they wrote one; null where it is not theirs to review. */
export async function ownSummaryOf(
  user: CurrentUser,
  assessmentId: string,
): Promise<Omit<ReviewSummary, "byName"> | undefined | null> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "write the review summary", facts.organisationId, assessmentId)) return null;
  const rows = await withTenant(user, {}, (tx) => summariesIn(tx, facts.organisationId, assessmentId));
  return rows.find(({ personId }) => personId === user.personId);
}
