import type { Metadata } from "next";
import { organisationChoices } from "@/components/administration/organisation-choices";
import { OrganisationForm } from "@/components/administration/organisation-form";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { AdminTrail } from "@/components/trail/admin-trail";
import { adminPath } from "@/lib/http/addresses";
import { loadAdministrator } from "../../load-administrator";
import { addOrganisationAction } from "../actions";

export const metadata: Metadata = { title: "Add an organisation" };

export default async function NewOrganisationPage() {
  await loadAdministrator("manage organisations");
  const crumb = { href: adminPath("organisations"), text: "Organisations" };
  return (
    <Page before={<AdminTrail then={[crumb]} />}>
      <PageHeading>Add an organisation</PageHeading>
      <OrganisationForm action={addOrganisationAction} {...organisationChoices} />
    </Page>
  );
}
