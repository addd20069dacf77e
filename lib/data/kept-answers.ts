import "server-only";
import type { KeptReview } from "@/lib/assessment/review";
import type { AssessmentDocument } from "@/lib/exchange/assessment-schema";
import { answersOfDocument, confidencesOfDocument, targetsOfDocument } from "@/lib/exchange/frozen-document";
import type { CareSetting } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import { type Agreed, agreedThen, type KeptAgreed } from "@/lib/report/agreed";
import type { Confidences } from "@/lib/report/sureness";
import type { TenantTransaction } from "./tenant";
import { frozen, unchanging } from "./unchanging";

/** What a snapshot keeps of one care setting's answers. */
export type SettingAnswers = Agreed & { answers: Answers; confidences: Confidences };

/** What a snapshot keeps beside its figures: the answers by care setting, and what the reviewers said. */
export type KeptAnswers = {
  settings: ReadonlyMap<CareSetting, SettingAnswers>;
  review: KeptReview;
};

const recall = unchanging<KeptAnswers>(100);

/**
 * The answers that these snapshots keep, by snapshot id, inside a transaction that is already open and found them.
 * They are long and never change, so they are read once: a page that shows them costs no more than one that does not.
 */
export async function keptAnswersIn(
  tx: TenantTransaction,
  organisationId: string,
  snapshotIds: readonly string[],
): Promise<ReadonlyMap<string, KeptAnswers>> {
  return recall(snapshotIds, async (missing) => {
    const rows = await tx.snapshot.findMany({
      where: { organisationId, id: { in: missing } },
      select: { id: true, answers: true, review: true, agreed: true },
    });
    return rows.map(({ id, answers, review, agreed }) => [
      id,
      {
        // Written by `freeze` alone.
        settings: settingsOf(
          answers as unknown as Partial<Record<CareSetting, AssessmentDocument>>,
          agreed as unknown as Partial<Record<CareSetting, KeptAgreed>>,
        ),
        // A sign-off from before reviews were kept has an empty one.
        review: frozen({ levels: [], summaries: [], ...(review as unknown as Partial<KeptReview>) }),
      },
    ]);
  });
}

/** The answers that one snapshot keeps, by care setting; none where it is not there. */
export async function settingsKeptIn(
  tx: TenantTransaction,
  organisationId: string,
  snapshotId: string,
): Promise<KeptAnswers["settings"]> {
  return (await keptAnswersIn(tx, organisationId, [snapshotId])).get(snapshotId)?.settings ?? new Map();
}

function settingsOf(
  documents: Partial<Record<CareSetting, AssessmentDocument>>,
  agreed: Partial<Record<CareSetting, KeptAgreed>>,
): ReadonlyMap<CareSetting, SettingAnswers> {
  return new Map(
    Object.entries(documents).map(([setting, document]) => {
      const then = agreed[setting as CareSetting];
      return [
        setting as CareSetting,
        frozen({
          answers: answersOfDocument(document),
          confidences: confidencesOfDocument(document),
          // A snapshot from before what was agreed was kept has the targets of its document alone.
          ...(then ? agreedThen(then) : { targets: targetsOfDocument(document), gapViews: [] }),
        }),
      ];
    }),
  );
}
