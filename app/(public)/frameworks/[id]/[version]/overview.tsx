import { join } from "node:path";
import {
  documentPath,
  ownPagePath,
  overviewPath,
  partPath,
  type FrameworkPlace,
} from "@/components/framework/addresses";
import { CapabilityList } from "@/components/framework/capability-list";
import { Changelog } from "@/components/framework/changelog";
import { ControlledCapabilities } from "@/components/framework/controlled-capabilities";
import { QuestionSearch } from "@/components/framework/question-search";
import { SettingSwitch } from "@/components/framework/setting-switch";
import { StageRules } from "@/components/framework/stage-rules";
import { VersionTags } from "@/components/framework/version-tags";
import { InsetText } from "@/components/nhs/inset-text";
import { Link } from "@/components/nhs/link";
import { SummaryList } from "@/components/nhs/summary-list";
import { Table } from "@/components/nhs/table";
import { readChangelog } from "@/lib/exchange/framework-changelog";
import { appliesIn, capabilitiesOf, isGate } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { dayInWords } from "../../day-in-words";

type Props = { framework: Framework; place: FrameworkPlace; setting: CareSetting | null };

/** Everything about a framework version on one page: what it asks, by which rules, and where to take it away. */
export async function Overview({ framework, place, setting }: Props) {
  const changelog = await readChangelog(join(process.cwd(), "frameworks"), framework.id, framework.version);
  const standsFor = capabilitiesOf(framework).some((capability) => capability.standsFor);
  return (
    <>
      {framework.status === "draft" && (
        <InsetText>
          <p>This version is a draft. Any line in it may change until it is published.</p>
        </InsetText>
      )}
      {framework.illustrative && (
        <InsetText>
          <p>This version is illustrative: it was made to show how results compare when questions change.</p>
        </InsetText>
      )}
      <Facts framework={framework} />
      {standsFor && (
        <p>
          <Link href="/rapid-check">Take the rapid check</Link>
        </p>
      )}
      <QuestionSearch place={place} />
      <Contents entries={contentsOf(framework, changelog.length > 0)} />
      <SettingSwitch framework={framework} place={place} path={overviewPath} />

      <h2 className="nhsuk-heading-l" id="asks">
        What it asks
      </h2>
      {framework.dimensions.map((dimension) => {
        const capabilities = dimension.capabilities.filter(
          (one) => setting === null || appliesIn(one, setting),
        );
        return (
          <section key={dimension.id} aria-labelledby={dimension.id}>
            <h3 className="nhsuk-heading-m nhsuk-u-margin-bottom-2" id={dimension.id}>
              <Link href={partPath(place, "dimensions", dimension.id)}>
                {dimension.number} {dimension.name}
              </Link>
              {dimension.subtitle && (
                <span className="nhsuk-caption-m nhsuk-caption--bottom">{dimension.subtitle}</span>
              )}
            </h3>
            <CapabilityList place={place} capabilities={capabilities} />
          </section>
        );
      })}

      <h2 className="nhsuk-heading-l" id="score">
        How the score is made
      </h2>
      <ControlledCapabilities framework={framework} place={place} />
      <StageRules framework={framework} />
      <Table
        caption="What each level means"
        columns={[{ header: "Level" }, { header: "What it means" }]}
        rows={framework.levels.map(({ level, name, test }) => ({
          id: String(level),
          cells: [`${level} ${name}`, test],
        }))}
      />
      <SettingsTable framework={framework} />
      {framework.lenses.length > 0 && <Lenses framework={framework} place={place} />}
      <Downloads framework={framework} place={place} />

      {changelog.length > 0 && (
        <>
          <h2 className="nhsuk-heading-l" id="changelog">
            Change log
          </h2>
          <Changelog parts={changelog} />
        </>
      )}
      <p>
        <Link href={ownPagePath(place, "changes")}>
          {framework.follows
            ? `What changed since version ${framework.follows.version}, question by question`
            : "Changes between versions"}
        </Link>
      </p>
    </>
  );
}

type Entry = { id: string; text: string };

function contentsOf(framework: Framework, hasChangelog: boolean): Entry[] {
  return [
    { id: "asks", text: "What it asks" },
    { id: "score", text: "How the score is made" },
    ...(framework.lenses.length > 0 ? [{ id: "lenses", text: "Other ways to group the questions" }] : []),
    { id: "download", text: "Print or download" },
    ...(hasChangelog ? [{ id: "changelog", text: "Change log" }] : []),
  ];
}

function Contents({ entries }: { entries: readonly Entry[] }) {
  return (
    <nav aria-labelledby="contents">
      <h2 className="nhsuk-heading-xs nhsuk-u-margin-bottom-1" id="contents">
        On this page
      </h2>
      <ul className="nhsuk-list">
        {entries.map(({ id, text }) => (
          <li key={id}>
            <Link href={`#${id}`}>{text}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Facts({ framework }: { framework: Framework }) {
  const capabilities = capabilitiesOf(framework);
  const criteria = capabilities.flatMap(({ levels }) => levels.flatMap((level) => level.criteria));
  return (
    <SummaryList
      rows={[
        { key: "Status", value: <VersionTags framework={framework} /> },
        ...(framework.published ? [{ key: "Published", value: dayInWords(framework.published) }] : []),
        { key: "Last reviewed", value: framework.reviewed ? dayInWords(framework.reviewed) : "Not yet" },
        {
          key: "Questions",
          value: `${capabilities.length} capabilities in ${framework.dimensions.length} dimensions, judged by ${criteria.length} criteria`,
        },
      ]}
    />
  );
}

function SettingsTable({ framework }: { framework: Framework }) {
  if (framework.careSettings.length < 2) return null;
  const capabilities = capabilitiesOf(framework);
  return (
    <Table
      caption="How many questions in each care setting"
      columns={[
        { header: "Care setting" },
        { header: "Capabilities", numeric: true },
        { header: "Criteria", numeric: true },
        { header: "Safeguards", numeric: true },
      ]}
      rows={framework.careSettings.map(({ id, name, comparesWith }) => {
        const here = capabilities.filter((capability) => appliesIn(capability, id));
        const criteria = here.flatMap(({ levels }) =>
          levels.flatMap((level) => level.criteria.filter((criterion) => appliesIn(criterion, id))),
        );
        const compared = framework.careSettings
          .find((other) => other.id === comparesWith)
          ?.name.toLowerCase();
        return {
          id,
          cells: [
            compared ? `${name} (compared with ${compared})` : name,
            here.length,
            criteria.length,
            here.filter((capability) => isGate(capability, id)).length,
          ],
        };
      })}
    />
  );
}

function Lenses({ framework, place }: { framework: Framework; place: FrameworkPlace }) {
  return (
    <>
      <h2 className="nhsuk-heading-l" id="lenses">
        Other ways to group the questions
      </h2>
      <p>A lens groups the same answers in another way, for example as a national programme does.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {framework.lenses.map(({ id, name, groups }) => (
          <li key={id}>
            <Link href={partPath(place, "lenses", id)}>{name}</Link>, in {groups.length} groups
          </li>
        ))}
      </ul>
    </>
  );
}

function Downloads({ framework, place }: { framework: Framework; place: FrameworkPlace }) {
  const setting = framework.careSettings.find(({ id }) => id === place.setting);
  return (
    <>
      <h2 className="nhsuk-heading-l" id="download">
        Print or download
      </h2>
      {setting && (
        <p>In the words of {setting.name.toLowerCase()} care, apart from the JSON, which holds everything.</p>
      )}
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          <Link href={ownPagePath(place, "questionnaire")}>Blank questionnaire to print</Link>
        </li>
        <li>
          <Link href={ownPagePath(place, "framework.xlsx")}>Excel workbook</Link>
        </li>
        <li>
          <Link href={ownPagePath(place, "framework.csv")}>CSV, one criterion a line</Link>
        </li>
        <li>
          <Link href={documentPath(place)}>JSON, for systems</Link>
        </li>
      </ul>
    </>
  );
}
