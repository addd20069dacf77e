import { Figure } from "@/components/charts/figure";
import { Details } from "@/components/nhs/details";
import { Table } from "@/components/nhs/table";
import { bars } from "@/lib/charts/bars";
import { capabilitiesOf } from "@/lib/framework/find";
import type { Capability, CareSetting, Framework } from "@/lib/framework/schema";
import { titleIn } from "@/lib/report/findings";
import { groupingOf } from "@/lib/report/grouping";
import { levelInFigures } from "@/lib/report/level-words";
import { pillarsOf } from "@/lib/report/pillars";
import { scoreInFigures } from "@/lib/report/stage-words";
import type { Result } from "@/lib/scoring/result";
import { itemsMarkup } from "./markup";

type Props = {
  framework: Framework;
  setting: CareSetting;
  result: Result;
  showSensitive: boolean;
  answerHref: (capability: Capability) => string | null;
};

/** The same answers in the groups of a lens, such as the pillars; each opens up to the capabilities that make it. */
export function PillarScores({ framework, setting, result, showSensitive, answerHref }: Props) {
  const grouping = groupingOf(framework);
  const pillars = pillarsOf(framework, result);
  const levels = new Map(result.capabilities.map((entry) => [entry.id, levelInFigures(entry)]));
  const rows = pillars.map(({ id, name, bounds }) => {
    const members = capabilitiesOf(framework).filter(
      (capability) => capability.lenses[grouping.lens]?.includes(id) && levels.has(capability.id),
    );
    const shown = members.filter(({ sensitive }) => showSensitive || !sensitive);
    const hidden = members.length - shown.length;
    return {
      id,
      cells: [
        name,
        <strong key="score">{bounds ? scoreInFigures(bounds) : "Does not apply"}</strong>,
        <Details key="members" summary={`${members.length} capabilities`}>
          <ul
            className="nhsuk-list"
            dangerouslySetInnerHTML={{
              __html: itemsMarkup([
                ...shown.map((capability) => ({
                  text: titleIn(capability, setting),
                  href: answerHref(capability) ?? `#${capability.id}`,
                  after: `, level ${levels.get(capability.id)}`,
                })),
                ...(hidden > 0 ? [{ text: `${hidden} not named here` }] : []),
              ]),
            }}
          />
        </Details>,
      ],
    };
  });
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-one-half">
        <Table
          caption={`${grouping.heading}: scores out of 5`}
          captionSize="s"
          columns={[{ header: grouping.one }, { header: "Score" }, { header: "Made of" }]}
          rows={rows}
        />
      </div>
      <div className="nhsuk-grid-column-one-half">
        <Figure
          id="pillars-drawing"
          caption={`${grouping.heading}, at a glance`}
          summary="A bar for each group from 0 to 5. The table beside it has the figures."
          width="half"
          draw={(options) =>
            bars(
              pillars.map(({ name, bounds }) => ({
                label: name,
                low: bounds?.low ?? null,
                high: bounds?.high ?? null,
              })),
              options,
            )
          }
        />
      </div>
    </div>
  );
}
