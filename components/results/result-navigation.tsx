import type { CareSetting, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";

export type ResultPageName = "results" | "gaps" | "targets" | "route" | "what-if" | "report";

const pages: { name: ResultPageName; text: string }[] = [
  { name: "results", text: "Results" },
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

function LinkRow({
  label,
  links,
}: {
  label: string;
  links: { href: string; text: string; current: boolean }[];
}) {
  return (
    <nav aria-label={label} className="mb-4 border-0 border-b border-solid border-border">
      <ul className="m-0 flex list-none flex-wrap gap-x-6 p-0">
        {links.map(({ href, text, current }) => (
          <li key={href} className="m-0">
            <a
              href={href}
              aria-current={current ? "page" : undefined}
              className={`nhsuk-link inline-block border-0 border-b-4 border-solid py-2 ${current ? "border-blue no-underline" : "border-transparent"}`}
            >
              {current ? <strong>{text}</strong> : text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
