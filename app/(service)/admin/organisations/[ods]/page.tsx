import type { Metadata } from "next";
import { AdminTrail } from "@/components/trail/admin-trail";
import { ButtonLink } from "@/components/nhs/button";
import { Link } from "@/components/nhs/link";
import { NotificationBanner, NotificationHeading } from "@/components/nhs/notification-banner";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { SummaryList } from "@/components/nhs/summary-list";
import { organisationKindNames } from "@/lib/access/organisation-kind";
import { regionNames } from "@/lib/access/organisation-record";
import { careSettingNames } from "@/lib/framework/setting-names";
import { organisationPath, peoplePath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";
import { loadOrganisation } from "../load-organisation";

type Props = {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { record } = await loadOrganisation((await params).ods);
  return { title: record.name };
}

/** What is kept of an organisation, and the way to its people. */
export default async function OrganisationPage({ params, searchParams }: Props) {
  const { record, predecessors, names, crumbs } = await loadOrganisation((await params).ods);
  const { done } = await searchParams;
  const { regionCode, careSettings, openedOn, closedOn, successorCode } = record;
  const settings = careSettings.map((setting) => careSettingNames[setting]).join(", ");
  return (
    <Page before={<AdminTrail then={crumbs} />}>
      {(done === "added" || done === "saved") && (
        <NotificationBanner kind="success">
          <NotificationHeading>
            {done === "added" ? "The organisation is added" : "The changes are saved"}
          </NotificationHeading>
        </NotificationBanner>
      )}
      <PageHeading caption={`Organisation code ${record.odsCode}`}>{record.name}</PageHeading>
      <SummaryList
        rows={[
          { key: "Kind", value: organisationKindNames[record.kind] },
          { key: "Care settings", value: settings || "None" },
          { key: "Sort of trust", value: record.subtype ?? "Not given" },
          { key: "Region", value: regionCode ? (regionNames[regionCode] ?? regionCode) : "Not given" },
          {
            key: "Integrated care board",
            value: record.icbCode ? withName(record.icbCode, names) : "Not given",
          },
          { key: "Opened on", value: openedOn ? dateInWords(openedOn) : "Not given" },
          ...(closedOn ? [{ key: "Closed on", value: dateInWords(closedOn) }] : []),
          ...(successorCode
            ? [
                {
                  key: "Went into",
                  value: <Link href={organisationPath(successorCode)}>{withName(successorCode, names)}</Link>,
                },
              ]
            : []),
          ...(predecessors.length > 0
            ? [
                {
                  key: "Took the place of",
                  value: (
                    <ul className="nhsuk-list mb-0">
                      {predecessors.map(({ odsCode, name }) => (
                        <li key={odsCode}>
                          <Link href={organisationPath(odsCode)}>{name}</Link>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ButtonLink variant="secondary" href={`${organisationPath(record.odsCode)}/edit`}>
        Correct these facts
      </ButtonLink>
      {record.kind === "trust" && careSettings.length === 0 && !closedOn && (
        <p className="nhsuk-u-margin-top-4">
          It can start no assessment before its care settings are here: add them under “Correct these facts”.
        </p>
      )}
      <h2 className="nhsuk-heading-m">People</h2>
      <p>
        <Link href={peoplePath(record.odsCode)}>People and invitations</Link>
        {record.kind === "trust" && ". A trust begins when its digital lead is invited."}
      </p>
    </Page>
  );
}

/** "Wolds and Marches Integrated Care Board (ZZQ)"; the code alone where we do not hold the organisation. */
function withName(code: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(code);
  return name ? `${name} (${code})` : code;
}
