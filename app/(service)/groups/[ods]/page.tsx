import type { Metadata } from "next";
import { cache } from "react";
import { EmptyState } from "@/components/nhs/empty-state";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { headlineCells, headlineColumns } from "@/components/sharing/headline-cells";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { type GroupTrust, groupByCode } from "@/lib/data/groups";
import { allFrameworks, type Frameworks } from "@/lib/data/shared-results";
import { careSettingNames } from "@/lib/framework/setting-names";
import { assessmentPath, resultsPath, trustPath } from "@/lib/http/addresses";

type Props = { params: Promise<{ ods: string }> };

const load = cache(async (ods: string) => {
  const group = await groupByCode(await requireUser(), ods);
  if (!group) notFound();
  return group;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).ods)).name };
}

/** The trusts of a group side by side, for its lead. No trust's result counts for another. */
export default async function GroupPage({ params }: Props) {
  const group = await load((await params).ods);
  const frameworks = await allFrameworks();
  return (
    <Page width="full">
      <PageHeading caption={`Group ${group.odsCode}`}>{group.name}</PageHeading>
      {group.trusts.length === 0 ? (
        <EmptyState heading="No trust has joined this group yet">
          <p>The digital lead of each trust lets the group act there, on the trust’s own page “Sharing”.</p>
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Signed-off results"
            captionSize="m"
            columns={headlineColumns}
            rows={group.trusts.flatMap((trust) => rowsOf(trust, frameworks))}
            empty="None of the group’s trusts has signed a round off yet."
          />
          <Table
            caption="This year’s rounds"
            captionSize="m"
            columns={[{ header: "Trust" }, { header: "Open round" }]}
            rows={group.trusts.map(({ odsCode, name, open }) => ({
              id: odsCode,
              cells: [
                <Link key="trust" href={trustPath(odsCode)}>
                  {name}
                </Link>,
                open ? (
                  <Link key="round" href={assessmentPath(open.assessmentId)}>
                    {open.round}
                    <span className="nhsuk-u-visually-hidden"> of {name}</span>
                  </Link>
                ) : (
                  "None"
                ),
              ],
            }))}
          />
        </>
      )}
    </Page>
  );
}

function rowsOf({ odsCode, name, results }: GroupTrust, frameworks: Frameworks) {
  return results.flatMap(({ assessmentId, setting, round, frameworkId, frameworkVersion, result }) => {
    const framework = frameworks.get(`${frameworkId}@${frameworkVersion}`);
    if (!framework) return [];
    return [
      {
        id: `${odsCode} ${setting}`,
        cells: [
          name,
          <Link key="setting" href={resultsPath(assessmentId, setting)}>
            {careSettingNames[setting]}
            <span className="nhsuk-u-visually-hidden"> of {name}</span>
          </Link>,
          round,
          ...headlineCells(framework, result),
        ],
      },
    ];
  });
}
