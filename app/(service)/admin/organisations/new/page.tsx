import type { Metadata } from "next";
import { organisationChoices } from "@/components/administration/organisation-choices";
import { OrganisationForm } from "@/components/administration/organisation-form";
import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { adminPath } from "@/lib/http/addresses";
import { loadAdministrator } from "../../load-administrator";
import { addOrganisationAction } from "../actions";

export const metadata: Metadata = { title: "Add an organisation" };

export default async function NewOrganisationPage() {
  await loadAdministrator("manage organisations");
  const crumbs = [
    { href: adminPath(), text: "Administration" },
    { href: adminPath("organisations"), text: "Organisations" },
  ];
  return (
    <Page before={<Breadcrumb items={crumbs} />}>
      <PageHeading>Add an organisation</PageHeading>
      <OrganisationForm action={addOrganisationAction} {...organisationChoices} />
    </Page>
  );
}
