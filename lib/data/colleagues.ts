import "server-only";
import { may, type Permission, permissionTable } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { isId } from "./assessment-facts";
import { heldAt } from "./memberships";
import { type TenantTransaction, withTenant } from "./tenant";

/** Somebody who can be asked to answer a question. */
export type Colleague = { personId: string; name: string; jobTitle: string | null; email: string | null };

/** Everybody in the organisation who can be asked to answer, by name; nobody where it is not the user's to ask. */
export async function colleaguesWhoAnswer(user: CurrentUser, organisationId: string): Promise<Colleague[]> {
  if (!may(user, "assign and chase", organisationId)) return [];
  const found = await withTenant(user, {}, (tx) => colleaguesIn(tx, organisationId));
  const inEnglish = new Intl.Collator("en-GB");
  return found.sort((one, other) => inEnglish.compare(one.name, other.name));
}

/** The same, or those of them among `personIds`, inside a transaction that is already open. */
export async function colleaguesIn(
  tx: TenantTransaction,
  organisationId: string,
  personIds?: readonly string[],
): Promise<Colleague[]> {
  return holdersIn(tx, organisationId, "answer own questions", personIds);
}

/** Everybody who may do this in the organisation today. */
export async function holdersIn(
  tx: TenantTransaction,
  organisationId: string,
  permission: Permission,
  personIds?: readonly string[],
): Promise<Colleague[]> {
  const held = await tx.membership.findMany({
    where: {
      organisationId,
      ...heldAt(new Date()),
      role: { in: [...permissionTable[permission]] },
      ...(personIds && { personId: { in: personIds.filter(isId) } }),
    },
    select: { person: { select: { id: true, name: true, jobTitle: true, email: true } } },
  });
  const people = new Map(held.map(({ person: { id, ...person } }) => [id, { personId: id, ...person }]));
  return [...people.values()];
}
