import type { Metadata } from "next";
import { documentPath, overviewPath } from "@/components/framework/addresses";
import { VersionTags } from "@/components/framework/version-tags";
import { Card } from "@/components/nhs/card";
import { Link } from "@/components/nhs/link";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { findFramework } from "@/lib/data/frameworks";
import { capabilitiesOf } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import { orUnavailable } from "@/lib/http/database-away";
import { dayInWords } from "./day-in-words";
import { allFrameworks } from "./load-framework";

export const metadata: Metadata = {
  title: "Frameworks",
  description:
    "The questions of the assessment, open to everyone: read, print or download them without signing in.",
};

/** Every framework with its versions, the largest first. */
export default async function FrameworksPage() {
  const versions = await orUnavailable(everyFramework());
  const ids = [...new Set(versions.map(({ id }) => id))];
  const families = ids
    .map((id) => versions.filter((framework) => framework.id === id))
    .sort((a, b) => sizeOf(b[0]) - sizeOf(a[0]));

  return (
    <Page>
      <PageHeading>Frameworks: the questions we ask</PageHeading>
      <p className="nhsuk-lede-text">
        A framework holds the questions of an assessment and the rules by which answers become a score. You
        can read, print and download all of it without signing in.
      </p>
      {families.length === 0 && <p>No framework has been published in this installation yet.</p>}
      {families.map((family) => (
        <Family key={family[0]?.id} family={family} />
      ))}
      <p>
        For systems: <Link href="/api/v1/frameworks">the list as JSON</Link>.
      </p>
    </Page>
  );
}

async function everyFramework(): Promise<Framework[]> {
  const entries = await allFrameworks();
  const found = await Promise.all(entries.map(({ id, version }) => findFramework(id, version)));
  return found.filter((framework) => framework !== null);
}

function Family({ family }: { family: readonly Framework[] }) {
  const [newest, ...older] = family;
  if (!newest) return null;
  const capabilities = capabilitiesOf(newest);
  return (
    <Card heading={newest.title}>
      <p>
        <Link href={overviewPath({ ...newest, setting: null })}>
          Version {newest.version}
          <span className="nhsuk-u-visually-hidden"> of the {newest.title}</span>
        </Link>{" "}
        <VersionTags framework={newest} />
      </p>
      <p>
        {capabilities.length === newest.dimensions.length
          ? `${capabilities.length} questions`
          : `${newest.dimensions.length} dimensions with ${capabilities.length} capabilities`}
        , for {whereAsked(newest)}.{newest.reviewed && ` Last reviewed ${dayInWords(newest.reviewed)}.`}
      </p>
      {capabilities.some(({ standsFor }) => standsFor) && (
        <p>
          <Link href="/rapid-check">Take the rapid check</Link>
        </p>
      )}
      {older.length > 0 && (
        <>
          <h3 className="nhsuk-heading-xs">Earlier versions</h3>
          <ul className="nhsuk-list">
            {older.map((framework) => (
              <li key={framework.version}>
                <Link href={overviewPath({ ...framework, setting: null })}>
                  Version {framework.version}
                  <span className="nhsuk-u-visually-hidden"> of the {framework.title}</span>
                </Link>{" "}
                <VersionTags framework={framework} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="nhsuk-u-margin-bottom-0">
        <Link href={documentPath(newest)}>
          Download as JSON<span className="nhsuk-u-visually-hidden"> of the {newest.title}</span>
        </Link>
      </p>
    </Card>
  );
}

function sizeOf(framework: Framework | undefined): number {
  return framework ? capabilitiesOf(framework).length : 0;
}

/** "acute and community care"; a framework with one setting is for that one. */
function whereAsked({ careSettings }: Framework): string {
  const names = careSettings.map(({ name }) => name.toLowerCase());
  return new Intl.ListFormat("en-GB").format(names) + (names.length > 1 ? " care" : "");
}
