import type { Metadata } from "next";
import { organisationChoices } from "@/components/administration/organisation-choices";
import { OrganisationForm } from "@/components/administration/organisation-form";
import { AdminTrail } from "@/components/trail/admin-trail";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { keptParts } from "@/components/people/date-parts";
import { organisationPath } from "@/lib/http/addresses";
import { changeOrganisationAction } from "../../actions";
import { loadOrganisation } from "../../load-organisation";

type Props = { params: Promise<{ ods: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { record } = await loadOrganisation((await params).ods);
  return { title: `Correct ${record.name}` };
}

export default async function EditOrganisationPage({ params }: Props) {
  const { record, crumbs } = await loadOrganisation((await params).ods);
  const { openedOn, closedOn, subtype, regionCode, icbCode, successorCode, ...facts } = record;
  return (
    <Page
      before={
        <AdminTrail then={[...crumbs, { href: organisationPath(record.odsCode), text: record.name }]} />
      }
    >
      <PageHeading caption={`Organisation code ${record.odsCode}`}>Correct {record.name}</PageHeading>
      <OrganisationForm
        action={changeOrganisationAction}
        kept={{
          ...facts,
          subtype: subtype ?? "",
          regionCode: regionCode ?? "",
          icbCode: icbCode ?? "",
          successorCode: successorCode ?? "",
          openedOn: keptParts(openedOn),
          closedOn: keptParts(closedOn),
        }}
        {...organisationChoices}
      />
    </Page>
  );
}
