import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import type { CarriedAnswer } from "@/lib/assessment/carry-forward";
import type { TenantTransaction } from "./tenant";

/** Puts answers from elsewhere into a round where nobody has answered those questions, each with its first version, to be confirmed. */
export async function putCarried(
  tx: TenantTransaction,
  user: CurrentUser,
  place: { organisationId: string; assessmentId: string },
  carried: readonly CarriedAnswer[],
  at: Date,
): Promise<void> {
  const first = { ...place, version: 1 };
  await tx.answer.createMany({
    data: carried.map(({ criteria, ...rest }) => ({
      ...first,
      ...rest,
      criteria: { ...criteria },
      carriedForward: true,
      savedAt: at,
      savedById: user.personId,
    })),
  });
  await tx.answerRevision.createMany({
    data: carried.map(({ capabilityId, scope, ...value }) => ({
      ...first,
      capabilityId,
      scope,
      kind: "carried_forward",
      value: { ...value, criteria: { ...value.criteria } },
      at,
      byId: user.personId,
    })),
  });
}
