import "server-only";
import { questionKey } from "@/lib/assessment/assignment";
import { spreadOf } from "@/lib/assessment/voice";
import type { TenantTransaction } from "./tenant";

/** The questions of a round on which views lie far apart, but for those with an answer agreed since the last view. */
export async function farApartIn(
  tx: TenantTransaction,
  organisationId: string,
  assessmentId: string,
): Promise<{ capabilityId: string; scope: string }[]> {
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
  const questions = new Map<string, typeof views>();
  for (const view of views) {
    questions.set(questionKey(view), [...(questions.get(questionKey(view)) ?? []), view]);
  }
  return [...questions.values()].flatMap((said) => {
    const [first] = said;
    const last = Math.max(...said.map(({ at }) => at.getTime()));
    const settled = agreed.some(
      (one) => first && questionKey(one) === questionKey(first) && one.at.getTime() >= last,
    );
    return first && !settled && spreadOf(said)?.farApart
      ? [{ capabilityId: first.capabilityId, scope: first.scope }]
      : [];
  });
}
