import "server-only";
import type { OrganisationKind } from "@/lib/access/organisation-kind";
import { shared } from "./tenant";

/** What the data layer needs to know of an organisation to act in it. Public facts, so it asks for nobody. */
export type OrganisationFacts = { id: string; odsCode: string; name: string; kind: OrganisationKind };

/** The facts of an organisation by its id; null where there is none. Who may act on them is the caller's to ask. */
export async function organisationFacts(id: string): Promise<OrganisationFacts | null> {
  const row = await shared().organisation.findUnique({
    where: { id },
    select: { id: true, odsCode: true, name: true, kind: true },
  });
  return row && { ...row, kind: row.kind as OrganisationKind };
}
