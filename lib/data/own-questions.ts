import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { questionKey } from "@/lib/assessment/assignment";
import { assignmentsIn } from "./assignments";
import type { TenantTransaction } from "./tenant";
import { voicesIn } from "./voices";

/**
 * The keys of the questions of a round that are assigned to the person, in an open transaction. Those they still owe
 * their own view of are left out: until they gave it they neither see nor overwrite what stands there (decision 25).
 */
export async function ownQuestionsIn(
  tx: TenantTransaction,
  { personId }: CurrentUser,
  organisationId: string,
  assessmentId: string,
): Promise<Set<string>> {
  const assigned = await assignmentsIn(tx, organisationId, assessmentId);
  const owed = await voicesIn(tx, organisationId, assessmentId, { personId, state: "asked" });
  const blind = new Set(owed.map(questionKey));
  const own = assigned.filter((one) => one.personId === personId).map(questionKey);
  return new Set(own.filter((key) => !blind.has(key)));
}
