import "server-only";
import { type CurrentUser, organisationsOpenTo } from "@/lib/access/user";
import type { CareSetting } from "@/lib/framework/schema";
import { withTenant } from "./tenant";

/** What never changes about an assessment once it is started. */
export type AssessmentFacts = {
  organisationId: string;
  frameworkId: string;
  frameworkVersion: string;
  careSettings: CareSetting[];
};

const REMEMBERED = 5000;
const remembered = new Map<string, AssessmentFacts>();

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for a text that can be an id here; anything else cannot name a record. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/**
 * The facts of an assessment, or null where it is missing or not the user's to read. Remembered in this process,
 * since they never change; the caller still asks the policy, and row-level security stands beneath every write.
 */
export async function assessmentFacts(user: CurrentUser, id: string): Promise<AssessmentFacts | null> {
  if (!isId(id)) return null;
  const known = remembered.get(id);
  if (known) return organisationsOpenTo(user).includes(known.organisationId) ? known : null;
  const row = await withTenant(user, {}, (tx) =>
    tx.assessment.findFirst({
      where: { id },
      select: { organisationId: true, frameworkId: true, frameworkVersion: true, careSettings: true },
    }),
  );
  if (!row) return null;
  const facts = { ...row, careSettings: row.careSettings as CareSetting[] };
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(id, facts);
  return facts;
}
