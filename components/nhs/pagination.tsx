export type Neighbour = { href: string; label: string };

/** Links to the page before and the page after in a set, each with its name. */
export function Pagination({
  previous,
  next,
  label = "Pagination",
}: {
  previous?: Neighbour | null;
  next?: Neighbour | null;
  /** What the set is, for those who move by landmarks. */
  label?: string;
}) {
  if (!previous && !next) return null;
  return (
    <nav className="app-pagination" aria-label={label}>
      {previous && (
        <a href={previous.href} rel="prev">
          <b>
            <span aria-hidden="true">← </span>Previous<span className="nhsuk-u-visually-hidden">: </span>
          </b>
          <span>{previous.label}</span>
        </a>
      )}
      {next && (
        <a href={next.href} rel="next">
          <b>
            Next<span className="nhsuk-u-visually-hidden">: </span>
            <span aria-hidden="true"> →</span>
          </b>
          <span>{next.label}</span>
        </a>
      )}
    </nav>
  );
}
