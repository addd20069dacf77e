import type { Metadata } from "next";
import { ListPages } from "@/components/administration/list-pages";
import { SearchForm } from "@/components/forms/search-form";
import { ButtonLink } from "@/components/nhs/button";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { AdminTrail } from "@/components/trail/admin-trail";
import { organisationKindNames } from "@/lib/access/organisation-kind";
import { listOrganisations } from "@/lib/data/organisation-register";
import { careSettingNames } from "@/lib/framework/setting-names";
import { adminPath, organisationPath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";
import { loadAdministrator, pageIn, textIn } from "../load-administrator";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Organisations" };

/** The organisations of the installation, to find one. */
export default async function OrganisationsPage({ searchParams }: Props) {
  const user = await loadAdministrator("manage organisations");
  const query = await searchParams;
  const words = textIn(query.q).slice(0, 200);
  const page = pageIn(query.page);
  const list = await listOrganisations(user, { words, kind: null, page });
  const { organisations = [], total = 0, pages = 1 } = list ?? {};
  return (
    <Page width="full" before={<AdminTrail />}>
      <PageHeading>Organisations</PageHeading>
      <SearchForm action={adminPath("organisations")} label="Name or code" words={words} />
      <ButtonLink href={`${adminPath("organisations")}/new`}>Add an organisation</ButtonLink>
      <p role="status">
        {total === 1 ? "1 organisation" : `${total} organisations`}
        {words && ` with “${words}”`}
      </p>
      <Table
        caption="Organisations"
        columns={[{ header: "Name" }, { header: "Code" }, { header: "Kind" }, { header: "Care settings" }]}
        rows={organisations.map(({ odsCode, name, kind, careSettings, closedOn }) => ({
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
      />
      <ListPages
        path={adminPath("organisations")}
        words={words}
        page={page}
        pages={pages}
        label="Pages of organisations"
      />
    </Page>
  );
}
