import type { CareSetting, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";
import { LinkRow } from "./link-row";

export type ResultPageName = "results" | "lenses" | "gaps" | "targets" | "route" | "what-if" | "report";

const pages: { name: ResultPageName; text: string }[] = [
  { name: "results", text: "Results" },
  { name: "lenses", text: "Lenses" },
  { name: "gaps", text: "Gaps" },
  { name: "targets", text: "Targets" },
  { name: "route", text: "Shortest way" },
  { name: "what-if", text: "What if" },
  { name: "report", text: "Report" },
];

type Props = {
  framework: Framework;
  assessmentId: string;
  careSettings: readonly CareSetting[];
  setting: CareSetting;
  page: ResultPageName;
  /** Nobody is sent where they may not go. */
  mayNot: readonly ResultPageName[];
};

/** From one care setting to another, and between the pages about the one that is shown. */
export function ResultNavigation({ framework, assessmentId, careSettings, setting, page, mayNot }: Props) {
  const pathOf = (to: CareSetting, name: ResultPageName) =>
    resultsPath(assessmentId, to, name === "results" ? undefined : name);
  return (
    <>
      {careSettings.length > 1 && (
        <LinkRow
          label="Care settings"
          links={careSettings.map((id) => ({
            href: pathOf(id, page),
            text: settingName(framework, id),
            current: id === setting,
          }))}
        />
      )}
      <LinkRow
        label={`About ${settingName(framework, setting)}`}
        links={pages
          .filter(({ name }) => !mayNot.includes(name))
          .map(({ name, text }) => ({ href: pathOf(setting, name), text, current: name === page }))}
      />
    </>
  );
}
