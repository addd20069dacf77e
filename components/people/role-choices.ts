import type { Choice } from "@/components/forms/radios";
import type { OrganisationKind } from "@/lib/access/organisation-kind";
import { roleNames, rolePurposes, rolesFor } from "@/lib/access/role";

/** The roles somebody can be given in an organisation of this kind, each with what it comes to do. */
export function roleChoices(kind: OrganisationKind, { purposes = true } = {}): Choice[] {
  return rolesFor(kind).map((role) => ({
    value: role,
    label: roleNames[role],
    ...(purposes && { hint: rolePurposes[role] }),
  }));
}
