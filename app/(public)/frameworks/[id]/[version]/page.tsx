import type { Metadata } from "next";
import { FRAMEWORKS, overviewPath } from "@/components/framework/addresses";
import { SettingSwitch } from "@/components/framework/setting-switch";
import { QuestionSearch } from "@/components/framework/question-search";
import { Breadcrumb } from "@/components/nhs/breadcrumb";
import { Page } from "@/components/nhs/page";
import { PageHeading } from "@/components/nhs/page-heading";
import { loadFramework, type FrameworkQuery } from "../../load-framework";
import { Overview } from "./overview";
import { SearchResults } from "./search-results";

type Props = { params: Promise<{ id: string; version: string }>; searchParams: FrameworkQuery };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { framework } = await loadFramework(params, searchParams);
  const name = `${framework.title} ${framework.version}`;
  const query = wordsAsked((await searchParams).q);
  return { title: query ? `Search for “${query}” – ${name}` : name };
}

/** A framework version: all of it at a glance, or what a search found in it. */
export default async function FrameworkPage({ params, searchParams }: Props) {
  const { framework, place, setting } = await loadFramework(params, searchParams);
  const query = wordsAsked((await searchParams).q);
  const searching = `?q=${encodeURIComponent(query)}`;

  return (
    <Page
      before={
        <Breadcrumb
          items={[
            { href: FRAMEWORKS, text: "Frameworks" },
            ...(query
              ? [{ href: overviewPath(place), text: `${framework.title} ${framework.version}` }]
              : []),
          ]}
        />
      }
    >
      <PageHeading
        caption={query ? `${framework.title} ${framework.version}` : `Version ${framework.version}`}
      >
        {query ? `Search for “${query}”` : framework.title}
      </PageHeading>
      {query ? (
        <>
          <QuestionSearch place={place} words={query} />
          <SettingSwitch
            framework={framework}
            place={place}
            path={(other) => {
              const path = overviewPath({ ...other, setting: null }) + searching;
              return other.setting ? `${path}&setting=${other.setting}` : path;
            }}
          />
          <SearchResults framework={framework} place={place} setting={setting} query={query} />
        </>
      ) : (
        <Overview framework={framework} place={place} setting={setting} />
      )}
    </Page>
  );
}

/** What was typed, without the spaces around it; a name that came twice counts as typed once after the other. */
function wordsAsked(asked: string | string[] | undefined): string {
  const typed = Array.isArray(asked) ? asked.join(" ") : (asked ?? "");
  return typed.toWellFormed().trim().slice(0, 200);
}
