import type { Metadata } from "next";
import { EmptyState } from "@/components/nhs/empty-state";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { Table } from "@/components/nhs/table";
import { headlineCells } from "@/components/sharing/headline-cells";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import type { PublishedResult } from "@/lib/data/shared-results";
import { allFrameworks, type Frameworks } from "@/lib/data/shared-results";
import { systemsOf, type SystemView } from "@/lib/data/systems";
import { type CareSetting, careSettingSchema } from "@/lib/framework/schema";
import { careSettingNames } from "@/lib/framework/setting-names";
import { systemPath } from "@/lib/http/addresses";
import { dateInWords } from "@/lib/report/dates";
import { changeInFigures } from "@/lib/report/stage-words";

export const metadata: Metadata = { title: "Your system" };

/** What the trusts of a board or region share of what they signed off, by care setting. Never a draft. */
export default async function SystemPage() {
  const systems = await systemsOf(await requireUser());
  const [first] = systems;
  if (!first) notFound();
  const frameworks = await allFrameworks();
  return (
    <Page width="full">
      <PageHeading caption={systems.length === 1 ? first.name : undefined}>Your system</PageHeading>
      {systems.map((system) => (
        <SystemPart key={system.id} system={system} frameworks={frameworks} named={systems.length > 1} />
      ))}
    </Page>
  );
}

type PartProps = { system: SystemView; frameworks: Frameworks; named: boolean };

function SystemPart({ system, frameworks, named }: PartProps) {
  const { trusts } = system;
  const results = trusts.flatMap((trust) => trust.results.map((shared) => ({ trust, shared })));
  const silent = trusts.filter(({ results: shared }) => shared.length === 0);
  const settings = careSettingSchema.options.filter((setting) =>
    results.some(({ shared }) => shared.setting === setting),
  );
  return (
    <section aria-label={system.name}>
      {named && <h2 className="nhsuk-heading-l">{system.name}</h2>}
      <p>
        {trusts.length - silent.length} of {trusts.length} trusts share signed-off results with you. Not a
        ranking: trusts stand in the order of their names.
      </p>
      <p>
        <Link href={`${systemPath}/targets/${system.odsCode}`}>Publish the levels you would like to see</Link>
      </p>
      {results.length === 0 && (
        <EmptyState heading="No trust shares results with you yet">
          <p>Each trust’s digital lead decides about it, on the trust’s page “Sharing”. Ask them.</p>
        </EmptyState>
      )}
      {settings.map((setting) => (
        <Table
          key={setting}
          caption={captionOf(
            setting,
            results.map(({ shared }) => shared),
            frameworks,
          )}
          captionSize="m"
          columns={[
            { header: "Trust" },
            { header: "Signed off" },
            { header: "Stage" },
            { header: "Distance" },
            { header: "Score" },
            { header: "Change" },
            { header: "Safeguards at level 3" },
          ]}
          rows={results
            .filter(({ shared }) => shared.setting === setting)
            .flatMap(({ trust, shared }) => rowOf(trust.name, shared, frameworks))}
        />
      ))}
      {silent.length > 0 && (
        <>
          <h3 className="nhsuk-heading-s">Nothing shared</h3>
          <p>{silent.map(({ name }) => name).join(", ")}</p>
        </>
      )}
    </section>
  );
}

/** "Acute: 3 trusts. 2 Developing, 1 Established". */
function captionOf(setting: CareSetting, all: readonly PublishedResult[], frameworks: Frameworks): string {
  const here = all.filter((shared) => shared.setting === setting);
  const counts = new Map<string, number>();
  for (const { frameworkId, frameworkVersion, result } of here) {
    const framework = frameworks.get(`${frameworkId}@${frameworkVersion}`);
    const stage = framework ? headlineCells(framework, result)[0] : "Not known";
    counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  const stages = [...counts].map(([stage, count]) => `${count} ${stage}`).join(", ");
  return `${careSettingNames[setting]}: ${here.length === 1 ? "1 trust" : `${here.length} trusts`}. ${stages}`;
}

function rowOf(name: string, shared: PublishedResult, frameworks: Frameworks) {
  const framework = frameworks.get(`${shared.frameworkId}@${shared.frameworkVersion}`);
  if (!framework) return [];
  const { result, round, signedOffAt, beingRevised } = shared;
  const { change, safeguards } = result;
  return [
    {
      id: `${shared.organisationId} ${shared.setting}`,
      cells: [
        name,
        `${round}, ${dateInWords(signedOffAt)}${beingRevised ? ", being revised" : ""}`,
        ...headlineCells(framework, result),
        change ? `${changeInFigures(change.by)} since ${change.since}` : "–",
        `${safeguards.secured} of ${safeguards.of}`,
      ],
    },
  ];
}
