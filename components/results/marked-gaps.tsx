import type { GapItem } from "@/lib/report/gap-sections";

/** What a person said matters now and what waits, each with why. Nothing where nobody has said. */
export function MarkedGaps({ now, later }: { now: readonly GapItem[]; later: readonly GapItem[] }) {
  if (now.length + later.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-l">What matters now</h2>
      <Reasons items={now} empty="Nothing is marked as mattering now." />
      <h2 className="nhsuk-heading-m">What waits, and why</h2>
      <Reasons items={later} empty="Nothing is marked as waiting." />
    </>
  );
}

function Reasons({ items, empty }: { items: readonly GapItem[]; empty: string }) {
  if (items.length === 0) return <p>{empty}</p>;
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {items.map(({ capability, title, view }) => (
        <li key={capability.id}>
          <a className="nhsuk-link" href={`#${capability.id}`}>
            {title}
          </a>
          {view?.standingReason && <span className="block app-typed">{view.standingReason}</span>}
        </li>
      ))}
    </ul>
  );
}
