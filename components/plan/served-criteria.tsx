import { Tag } from "@/components/nhs/tag";

export type ServedGroup = {
  id: string;
  title: string;
  /** The page of the answer; null for who may not open it. */
  href: string | null;
  criteria: readonly { id: string; text: string; level: number; met: boolean }[];
  /** Statements that the round no longer asks. */
  gone: number;
};

/** What an action will meet, by question, and what of it is confirmed in the answers. */
export function ServedCriteria({ groups }: { groups: readonly ServedGroup[] }) {
  if (groups.length === 0) return <p>No statements are named yet, so it does not move the projection.</p>;
  return groups.map(({ id, title, href, criteria, gone }) => (
    <section key={id} aria-labelledby={`serves-${id}`}>
      <h3 className="nhsuk-heading-s" id={`serves-${id}`}>
        {href ? (
          <a className="nhsuk-link" href={href}>
            {title}
          </a>
        ) : (
          title
        )}
      </h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {criteria.map((one) => (
          <li key={one.id}>
            {one.text} (level {one.level}) {one.met && <Tag colour="green">Met</Tag>}
          </li>
        ))}
        {gone > 0 && (
          <li>
            {gone} {gone === 1 ? "statement is" : "statements are"} not asked in this round and{" "}
            {gone === 1 ? "counts" : "count"} for nothing here
          </li>
        )}
      </ul>
    </section>
  ));
}
