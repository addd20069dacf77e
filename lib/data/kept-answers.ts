import "server-only";
import type { KeptReview } from "@/lib/assessment/review";
import { answersOfDocument, confidencesOfDocument, targetsOfDocument } from "@/lib/exchange/frozen-document";
import type { CareSetting } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import type { Confidences } from "@/lib/report/sureness";
import type { SetTarget } from "@/lib/report/targets";
import type { FrozenDocuments } from "./snapshots";
import type { TenantTransaction } from "./tenant";

/** What a snapshot keeps of one care setting's answers. */
export type SettingAnswers = { answers: Answers; targets: readonly SetTarget[]; confidences: Confidences };

/** What a snapshot keeps beside its figures: the answers by care setting, and what the reviewers said. */
export type KeptAnswers = {
  settings: ReadonlyMap<CareSetting, SettingAnswers>;
  review: KeptReview;
};

const REMEMBERED = 100;
const remembered = new Map<string, KeptAnswers>();

/**
 * The answers that these snapshots keep, by snapshot id, inside a transaction that is already open and found them.
 * They are long and never change, so they are read once: a page that shows them costs no more than one that does not.
 */
export async function keptAnswersIn(
  tx: TenantTransaction,
  organisationId: string,
  snapshotIds: readonly string[],
): Promise<ReadonlyMap<string, KeptAnswers>> {
  const missing = snapshotIds.filter((id) => !remembered.has(id));
  if (missing.length > 0) {
    const rows = await tx.snapshot.findMany({
      where: { organisationId, id: { in: missing } },
      select: { id: true, answers: true, review: true },
    });
    if (remembered.size + rows.length > REMEMBERED) remembered.clear();
    for (const { id, answers, review } of rows) {
      remembered.set(id, {
        settings: settingsOf(answers as unknown as FrozenDocuments),
        // A sign-off from before reviews were kept has an empty one.
        review: { levels: [], summaries: [], ...(review as unknown as Partial<KeptReview>) },
      });
    }
  }
  return new Map(
    snapshotIds.flatMap((id) => {
      const kept = remembered.get(id);
      return kept ? [[id, kept] as const] : [];
    }),
  );
}

function settingsOf(documents: FrozenDocuments): ReadonlyMap<CareSetting, SettingAnswers> {
  return new Map(
    Object.entries(documents).map(([setting, document]) => [
      setting as CareSetting,
      {
        answers: answersOfDocument(document),
        targets: targetsOfDocument(document),
        confidences: confidencesOfDocument(document),
      },
    ]),
  );
}
