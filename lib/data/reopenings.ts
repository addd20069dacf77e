import "server-only";
import type { EarlierReopening } from "@/lib/assessment/review";
import type { TenantTransaction } from "./tenant";

/** One time that a signed-off round was opened again. */
export type Reopening = { at: Date; byName: string; reason: string };

/** Each time a round was opened again and why, the last first, inside a transaction that is already open. */
export async function reopeningsIn(
  tx: TenantTransaction,
  organisationId: string,
  id: string,
): Promise<Reopening[]> {
  const round = await tx.assessment.findFirst({
    where: { organisationId, id },
    select: { reopenedAt: true, reopenedById: true, reopenReason: true, earlierReopenings: true },
  });
  if (!round?.reopenedAt) return [];
  const by = round.reopenedById
    ? await tx.person.findUnique({ where: { id: round.reopenedById }, select: { name: true } })
    : null;
  const last = { at: round.reopenedAt, byName: by?.name ?? "A former colleague", reason: round.reopenReason };
  // Written by this service, or come with an archive.
  const earlier = (round.earlierReopenings as EarlierReopening[]).map((one) => ({
    ...one,
    at: new Date(one.at),
  }));
  return [last, ...earlier.toReversed()];
}
