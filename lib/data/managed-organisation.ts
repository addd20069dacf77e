import "server-only";
import type { OrganisationKind } from "@/lib/access/organisation-kind";
import type { CurrentUser } from "@/lib/access/user";
import { managingActor } from "./managing-actor";
import { type OrganisationFacts } from "./organisation-facts";
import { shared } from "./tenant";

/** An organisation by its code, in either case, for those who manage its people; null for everybody else. */
export async function managedOrganisation(
  user: CurrentUser,
  odsCode: string,
): Promise<OrganisationFacts | null> {
  const row = await shared().organisation.findUnique({
    where: { odsCode: odsCode.toUpperCase() },
    select: { id: true, odsCode: true, name: true, kind: true },
  });
  return row && managingActor(user, row.id) ? { ...row, kind: row.kind as OrganisationKind } : null;
}
