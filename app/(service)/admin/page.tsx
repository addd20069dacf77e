import type { Metadata } from "next";
import { CardGroup, CardItem } from "@/components/nhs/card";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { adminPath } from "@/lib/http/addresses";
import { loadAdministrator } from "./load-administrator";

export const metadata: Metadata = { title: "Administration" };

/** Where an administrator begins. */
export default async function AdministrationPage() {
  await loadAdministrator("manage organisations");
  return (
    <Page width="full">
      <PageHeading>Administration</PageHeading>
      <p>You keep this installation running. What trusts answer is theirs: you do not see it.</p>
      <CardGroup>
        <CardItem heading="Organisations" href={adminPath("organisations")}>
          <p>Add them, correct what is kept of them, and invite their first people.</p>
        </CardItem>
        <CardItem heading="Imports" href={adminPath("imports")}>
          <p>Bring trusts up to date from the files of the Organisation Data Service.</p>
        </CardItem>
        <CardItem heading="Accounts" href={adminPath("accounts")}>
          <p>Find somebody, see where they belong, and sign them out.</p>
        </CardItem>
        <CardItem heading="Administrators" href={adminPath("administrators")}>
          <p>Who runs this installation, and who is invited to.</p>
        </CardItem>
        <CardItem heading="Frameworks" href={adminPath("frameworks")}>
          <p>The versions of the questions that this installation holds.</p>
        </CardItem>
        <CardItem heading="Audit record" href={adminPath("audit")}>
          <p>Sign-ins, refusals, people and sharing: what happened, by whom and when.</p>
        </CardItem>
      </CardGroup>
    </Page>
  );
}
