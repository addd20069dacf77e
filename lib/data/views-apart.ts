import "server-only";
import { questionKey } from "@/lib/assessment/assignment";
import { type QuestionSpread, spreadOf } from "@/lib/assessment/voice";
import type { TenantTransaction } from "./tenant";

/**
 * How far views lie from each other on each question of a round that somebody gave one of, inside a transaction that is
 * already open. The caller asks who may see views; the database leaves out questions the person owes their own view of.
 */
export async function spreadsIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
): Promise<QuestionSpread[]> {
  const views = await tx.voiceView.findMany({
    where: { organisationId, assessmentId },
    select: { capabilityId: true, scope: true, low: true, notApplicable: true, at: true },
    distinct: ["capabilityId", "scope", "personId"],
    orderBy: { version: "desc" },
  });
  if (views.length === 0) return [];
  const agreed = await tx.answerRevision.findMany({
    where: { organisationId, assessmentId, kind: "agreed" },
    select: { capabilityId: true, scope: true, at: true },
  });
  const questions = new Map<string, [(typeof views)[number], ...typeof views]>();
  for (const view of views) {
    questions.set(questionKey(view), [view, ...(questions.get(questionKey(view)) ?? [])]);
  }
  return [...questions.values()].map((said) => {
    const [{ capabilityId, scope }] = said;
    const last = Math.max(...said.map(({ at }) => at.getTime()));
    return {
      capabilityId,
      scope,
      views: said.length,
      spread: spreadOf(said),
      notApplicable: said.filter(({ notApplicable }) => notApplicable !== null).length,
      settled: agreed.some(
        (one) => one.capabilityId === capabilityId && one.scope === scope && one.at.getTime() >= last,
      ),
    };
  });
}

/** The questions of a round on which views lie far apart, but for those with an answer agreed since the last view. */
export async function farApartIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
): Promise<{ capabilityId: string; scope: string }[]> {
  const spreads = await spreadsIn(tx, organisationId, assessmentId);
  return spreads.filter(({ spread, settled }) => spread?.farApart && !settled);
}
