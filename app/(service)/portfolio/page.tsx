import type { Metadata } from "next";
import { Card } from "@/components/nhs/card";
import { EmptyState } from "@/components/nhs/empty-state";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Link } from "@/components/nhs/link";
import { Table } from "@/components/nhs/table";
import { headlineCells, headlineColumns } from "@/components/sharing/headline-cells";
import { scopeWords } from "@/lib/access/grant-words";
import { may } from "@/lib/access/policy";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { type Client, clientsOf } from "@/lib/data/portfolio";
import { clientsBeside } from "@/lib/data/side-by-side";
import { allFrameworks, type Frameworks } from "@/lib/data/shared-results";
import { careSettingNames } from "@/lib/framework/setting-names";
import { toldResult } from "@/lib/report/told-result";
import { reportLogoPath, resultsPath, sideBySidePath, trustPath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";
import { besideOthers } from "@/lib/report/side-by-side";

export const metadata: Metadata = { title: "Your clients" };

/** The trusts that gave a consultant access: side by side where they agreed to it, then each on its own. */
export default async function PortfolioPage() {
  const user = await requireUser();
  if (!user.memberships.some((held) => may(user, "see the client portfolio", held.organisationId)))
    notFound();
  const [clients, frameworks] = await Promise.all([clientsOf(user), allFrameworks()]);
  return (
    <Page width="full">
      <PageHeading>Your clients</PageHeading>
      <p>
        <Link href={reportLogoPath}>Name and logo on your reports</Link>
      </p>
      {clients.length === 0 ? (
        <EmptyState heading="No trust has given you access">
          <p>
            Ask the digital lead of the trust you work for. They give access under “Sharing”, to your
            consultancy or to you alone, until a date.
          </p>
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Side by side"
            captionSize="m"
            columns={headlineColumns}
            rows={sideBySide(clients, frameworks)}
            empty="None of your clients agreed that its results stand beside others’, or has signed anything off."
          />
          {clientsBeside(clients).length > 0 && (
            <p>
              <a className="nhsuk-link" href={sideBySidePath}>
                Download them side by side as Excel
              </a>
              , with dimensions and pillars. Each of them sees in its past exports that you did, and who else
              was in it.
            </p>
          )}
          <h2 className="nhsuk-heading-m">Each client</h2>
          {clients.map((client) => (
            <ClientCard key={client.grant.id} client={client} />
          ))}
        </>
      )}
    </Page>
  );
}

function sideBySide(clients: readonly Client[], frameworks: Frameworks) {
  return besideOthers(clients).flatMap(({ client, name }) => rowsOf(client, name, frameworks));
}

/** A client that stands here by name leads to its result; one that agreed to stand unnamed leads nowhere. */
function rowsOf({ grant, results }: Client, name: string, frameworks: Frameworks) {
  return results.flatMap(({ assessmentId, setting, round, frameworkId, frameworkVersion, result }) => {
    const framework = frameworks.get(`${frameworkId}@${frameworkVersion}`);
    if (!framework) return [];
    const { result: told } = toldResult(framework, setting, result, { showSensitive: false });
    return [
      {
        id: `${grant.id} ${setting}`,
        cells: [
          name,
          name === grant.organisationName ? (
            <Link key="setting" href={resultsPath(assessmentId, setting)}>
              {careSettingNames[setting]}
            </Link>
          ) : (
            careSettingNames[setting]
          ),
          round,
          ...headlineCells(framework, told),
        ],
      },
    ];
  });
}

function ClientCard({ client: { grant, results } }: { client: Client }) {
  return (
    <Card heading={grant.organisationName} headingLevel={3} headingSize="s">
      <p>
        {scopeWords[grant.scope].name}
        {grant.endsOn && `, until ${dateInWords(new Date(`${grant.endsOn}T12:00:00Z`))}`}
      </p>
      <ul className="nhsuk-list nhsuk-u-margin-bottom-0">
        <li>
          <Link href={trustPath(grant.odsCode)}>{grant.organisationName}: rounds and results</Link>
        </li>
        {results.map(({ assessmentId, setting, round }) => (
          <li key={setting}>
            <Link href={resultsPath(assessmentId, setting, "gaps")}>
              {careSettingNames[setting]}, {round}: gaps
            </Link>{" "}
            ·{" "}
            <Link href={resultsPath(assessmentId, setting, "report")}>
              {careSettingNames[setting]}, {round}: report
            </Link>
          </li>
        ))}
        {results.length === 0 && <li>Nothing is signed off yet.</li>}
      </ul>
    </Card>
  );
}
