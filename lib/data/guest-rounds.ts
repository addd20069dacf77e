import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { withTenant } from "./tenant";

/** A round that somebody from outside was asked to review. */
export type GuestRound = { assessmentId: string; round: string; organisationName: string };

/** The rounds a person was asked to review as a guest and may still see. */
export async function guestRounds(user: CurrentUser): Promise<GuestRound[]> {
  const ids = user.grants.flatMap(({ assessmentId }) => assessmentId ?? []);
  if (ids.length === 0) return [];
  return withTenant(user, {}, async (tx) => {
    const rows = await tx.assessment.findMany({
      where: { id: { in: ids } },
      select: { id: true, round: true, organisation: { select: { name: true } } },
      orderBy: { round: "desc" },
    });
    return rows.map(({ id, round, organisation }) => ({
      assessmentId: id,
      round,
      organisationName: organisation.name,
    }));
  });
}
