import type { Metadata } from "next";
import { SearchedList } from "@/components/administration/searched-list";
import { ButtonLink } from "@/components/nhs/button";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { AdminTrail } from "@/components/trail/admin-trail";
import { organisationKindNames } from "@/lib/access/organisation-kind";
import { notFound } from "@/lib/auth/not-found";
import { listOrganisations } from "@/lib/data/organisation-register";
import { careSettingNames } from "@/lib/framework/setting-names";
import { adminPath, organisationPath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";
import { loadAdministrator, searchIn } from "../load-administrator";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Organisations" };

/** The organisations of the installation, to find one. */
export default async function OrganisationsPage({ searchParams }: Props) {
  const user = await loadAdministrator("manage organisations");
  const search = searchIn(await searchParams);
  const list = await listOrganisations(user, search);
  if (!list) notFound();
  return (
    <Page width="full" before={<AdminTrail />}>
      <SearchedList
        path={adminPath("organisations")}
        title="Organisations"
        searched="Name or code"
        counted={["organisation", "organisations"]}
        words={search.words}
        found={list}
        columns={[{ header: "Name" }, { header: "Code" }, { header: "Kind" }, { header: "Care settings" }]}
        rows={list.organisations.map(({ odsCode, name, kind, careSettings, closedOn }) => ({
          id: odsCode,
          cells: [
            <span key="name">
              <Link href={organisationPath(odsCode)}>{name}</Link>
              {closedOn && (
                <span className="nhsuk-u-font-weight-normal">, closed on {dateInWords(closedOn)}</span>
              )}
            </span>,
            odsCode,
            organisationKindNames[kind],
            careSettings.map((setting) => careSettingNames[setting]).join(", ") || "None",
          ],
        }))}
        empty="Nothing was found. Look for fewer words, or add the organisation."
      >
        <ButtonLink href={`${adminPath("organisations")}/new`}>Add an organisation</ButtonLink>
      </SearchedList>
    </Page>
  );
}
