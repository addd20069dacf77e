import { Details } from "@/components/nhs/details";
import { Table } from "@/components/nhs/table";
import { dateInWords } from "@/lib/report/dates";
import { pointsInWords } from "@/lib/report/effort-words";
import type { GapGroup } from "@/lib/report/gap-groups";
import type { GapItem } from "@/lib/report/gap-sections";

type Props = {
  barriers: readonly GapGroup[];
  suppliers: readonly GapGroup[];
  unblockers: readonly GapGroup[];
};

/** The same gaps by what stands in the way, by supplier and by who can unblock them. */
export function GapGroups({ barriers, suppliers, unblockers }: Props) {
  return (
    <section className="app-if-opened">
      <h2 className="nhsuk-heading-l">The same gaps in other groups</h2>
      <Details summary="By barrier: what usually stands in the way">
        <GroupTable caption="Gaps by barrier" header="Barrier" groups={barriers} />
      </Details>
      <Details summary="By supplier and end of contract">
        <GroupTable
          caption="Gaps by supplier"
          header="Supplier"
          groups={suppliers}
          about={({ view }) =>
            [view?.system, view?.contractEndsOn && `contract ends ${dateInWords(view.contractEndsOn)}`]
              .filter(Boolean)
              .join(", ")
          }
          empty="Nobody has said of any gap whose system it lies in. Say it beside a gap."
        />
      </Details>
      <Details summary="By who can unblock them">
        <GroupTable
          caption="Gaps by who can unblock them"
          header="Who"
          groups={unblockers}
          empty="Nobody has said of any gap who can unblock it. Say it beside a gap."
        />
      </Details>
    </section>
  );
}

function GroupTable({
  caption,
  header,
  groups,
  about,
  empty,
}: {
  caption: string;
  header: string;
  groups: readonly GapGroup[];
  about?: (item: GapItem) => string;
  empty?: string;
}) {
  return (
    <Table
      caption={caption}
      columns={[{ header }, { header: "Gaps" }, { header: "Effort together" }]}
      rows={groups.map(({ id, name, items }) => ({
        id,
        cells: [
          name,
          <ul key="gaps" className="nhsuk-list">
            {items.map((item) => (
              <li key={item.capability.id}>
                <a className="nhsuk-link" href={`#${item.capability.id}`}>
                  {item.title}
                </a>
                {about?.(item) && <span className="block text-secondary">{about(item)}</span>}
              </li>
            ))}
          </ul>,
          pointsInWords(items.reduce((sum, { gap }) => sum + gap.effort, 0)),
        ],
      }))}
      empty={empty}
    />
  );
}
