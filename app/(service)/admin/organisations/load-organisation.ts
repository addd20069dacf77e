import { notFound } from "@/lib/auth/not-found";
import { organisationRecord } from "@/lib/data/organisation-register";
import { adminPath } from "@/lib/http/addresses";
import { loadAdministrator } from "../load-administrator";

/** What is kept of an organisation, for administrators; 404 for everybody else. */
export async function loadOrganisation(ods: string) {
  const user = await loadAdministrator("manage organisations");
  const kept = await organisationRecord(user, ods);
  if (!kept) notFound();
  return { ...kept, crumbs: [{ href: adminPath("organisations"), text: "Organisations" }] };
}
