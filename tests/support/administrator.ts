import type { OrganisationRecord } from "@/lib/access/organisation-record";
import type { CurrentUser } from "@/lib/access/user";
import { addAdministrator } from "@/lib/data/administrators";
import { addPerson } from "@/lib/data/people";
import { asTheyAre, mailAddress } from "./trust";

/** Somebody new who runs the installation. */
export async function anAdministrator(): Promise<CurrentUser> {
  const personId = await addPerson({ name: "Rosalind Achebe", email: mailAddress() });
  await addAdministrator(personId);
  return asTheyAre(personId);
}

/** The public facts of an organisation as an administrator types them: a trust, unless it is said. */
export function typedOrganisation(
  odsCode: string,
  facts: Partial<OrganisationRecord> = {},
): OrganisationRecord {
  return {
    odsCode,
    name: `Organisation ${odsCode}`,
    kind: "trust",
    careSettings: ["acute"],
    subtype: null,
    regionCode: null,
    icbCode: null,
    openedOn: null,
    closedOn: null,
    successorCode: null,
    ...facts,
  };
}
