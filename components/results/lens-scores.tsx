import { Figure } from "@/components/charts/figure";
import { Details } from "@/components/nhs/details";
import { Table } from "@/components/nhs/table";
import { bars } from "@/lib/charts/bars";
import type { LensGroup, LensMember, NamedLens } from "@/lib/report/lens-groups";
import { scoreInFigures } from "@/lib/report/stage-words";
import { itemsMarkup } from "./markup";

type Props = {
  lens: NamedLens;
  groups: readonly LensGroup[];
  /** Where the level of a capability is explained. */
  memberHref: (member: LensMember) => string;
};

/** The same answers in the groups of a lens, such as the pillars; each opens up to the capabilities that make it. */
export function LensScores({ lens, groups, memberHref }: Props) {
  const rows = groups.map((group) => ({
    id: group.id,
    cells: [
      group.name,
      <strong key="score">{scoreOf(group)}</strong>,
      <Details key="members" summary={countOf(group.members.length + group.hidden)}>
        <ul
          className="nhsuk-list"
          dangerouslySetInnerHTML={{
            __html: itemsMarkup([
              ...group.members.map((member) => ({
                text: member.title,
                href: memberHref(member),
                after: `, level ${member.level}`,
              })),
              ...(group.hidden > 0 ? [{ text: `${group.hidden} not named here` }] : []),
            ]),
          }}
        />
      </Details>,
    ],
  }));
  const drawn = groups.filter(({ withheld }) => !withheld);
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-one-half">
        <Table
          caption={`${lens.heading}: scores out of 5`}
          captionSize="s"
          columns={[{ header: lens.one }, { header: "Score" }, { header: "Made of" }]}
          rows={rows}
        />
      </div>
      <div className="nhsuk-grid-column-one-half">
        <Figure
          id={`${lens.id}-drawing`}
          caption={`${lens.heading}, at a glance`}
          summary="A bar for each group from 1 to 5. The table beside it has the figures."
          width="half"
          draw={(options) =>
            bars(
              drawn.map(({ name, bounds }) => ({
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

function scoreOf({ bounds, withheld }: LensGroup): string {
  if (withheld) return "Not shown";
  return bounds ? scoreInFigures(bounds) : "Does not apply";
}

function countOf(count: number): string {
  return count === 1 ? "1 capability" : `${count} capabilities`;
}
