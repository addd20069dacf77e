import "server-only";
import { may, type Permission } from "@/lib/access/policy";
import { type CurrentUser, organisationsOpenTo } from "@/lib/access/user";
import { shared } from "./tenant";

/** Another trust of whoever may do the same in both. */
export type TrustBeside = { organisationId: string; odsCode: string; name: string };

/**
 * The other trusts where the person may do this as well, by name: those of a group they lead. A group itself, where its
 * lead is at home, answers nothing and is none of them.
 */
export async function trustsBeside(
  user: CurrentUser,
  organisationId: string,
  permission: Permission,
): Promise<TrustBeside[]> {
  const ids = organisationsOpenTo(user).filter((id) => id !== organisationId && may(user, permission, id));
  if (ids.length === 0 || !may(user, permission, organisationId)) return [];
  const rows = await shared().organisation.findMany({
    where: { id: { in: ids }, kind: { in: ["trust", "gp_practice"] } },
    select: { id: true, odsCode: true, name: true },
  });
  const byName = new Intl.Collator("en-GB");
  return rows
    .map(({ id, ...facts }) => ({ organisationId: id, ...facts }))
    .sort((one, other) => byName.compare(one.name, other.name));
}
