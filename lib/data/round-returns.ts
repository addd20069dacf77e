import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { Assessment } from "./assessments";
import { assessmentFacts } from "./assessment-facts";
import { namesOf } from "./people";
import { withTenant } from "./tenant";

/** One time that a round in review was given back. */
export type RoundReturn = { id: string; reason: string; at: Date; byName: string };

/** Each time a round was given back and why, the last first; empty where its answers are not the user's to read. */
export async function returnsOf(user: CurrentUser, assessmentId: string): Promise<RoundReturn[]> {
  const facts = await assessmentFacts(user, assessmentId);
  if (!facts || !may(user, "read answers", facts.organisationId, assessmentId)) return [];
  const rows = await withTenant(user, {}, (tx) =>
    tx.roundReturn.findMany({
      where: { organisationId: facts.organisationId, assessmentId },
      select: { id: true, reason: true, returnedAt: true, returnedById: true },
      orderBy: { returnedAt: "desc" },
    }),
  );
  const names = await namesOf(rows.map(({ returnedById }) => returnedById));
  return rows.map(({ id, reason, returnedAt: at, returnedById }) => ({
    ...{ id, reason, at },
    byName: names.get(returnedById) ?? "A former colleague",
  }));
}

/** Who gave a round back and why, where that is how it came to be open; null where it came another way. */
export async function lastReturn(
  user: CurrentUser,
  { id, state, sentAt }: Pick<Assessment, "id" | "state" | "sentAt">,
): Promise<RoundReturn | null> {
  if (state !== "in_progress" || !sentAt) return null;
  const [last] = await returnsOf(user, id);
  return last && last.at >= sentAt ? last : null;
}
