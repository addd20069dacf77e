import "server-only";
import { may, permissionTable } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { standingAt } from "./memberships";
import { withTenant } from "./tenant";

/** Somebody who can be asked to finish an action. */
export type PossibleOwner = { personId: string; name: string; jobTitle: string | null };

/** The people of an organisation who can own an action, by name; nobody where it is not the user's to plan. */
export async function possibleOwners(user: CurrentUser, organisationId: string): Promise<PossibleOwner[]> {
  if (!may(user, "plan", organisationId)) return [];
  const held = await withTenant(user, {}, (tx) =>
    tx.membership.findMany({
      where: {
        organisationId,
        ...standingAt(new Date()),
        role: { in: [...permissionTable["finish own actions"]] },
      },
      select: { person: { select: { id: true, name: true, jobTitle: true } } },
    }),
  );
  const people = new Map(held.map(({ person: { id, ...person } }) => [id, { personId: id, ...person }]));
  const inEnglish = new Intl.Collator("en-GB");
  return [...people.values()].sort((one, other) => inEnglish.compare(one.name, other.name));
}
