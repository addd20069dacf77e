import type { DimensionFindings } from "@/lib/report/findings";
import { levelColumns, levelRows, type LevelRowsView } from "./level-rows";

type Props = LevelRowsView & {
  found: DimensionFindings;
  /** The dimension's score as it is shown everywhere; it opens how it comes about. */
  score: string | null;
};

/** One dimension: the level of each capability, drawn as a ladder, and what is missing for the next one. */
export function DimensionLevels({ found, score, ...view }: Props) {
  const { dimension, hidden } = found;
  return (
    <section id={dimension.id} aria-labelledby={`${dimension.id}-heading`}>
      <h3 className="nhsuk-heading-m" id={`${dimension.id}-heading`}>
        {dimension.number}. {dimension.name}
        {score && (
          <>
            :{" "}
            <a className="nhsuk-link" href={view.workingHref}>
              {score}
            </a>
          </>
        )}
        <span className="nhsuk-caption-m nhsuk-caption--bottom">{dimension.subtitle}</span>
      </h3>
      <table className="app-table app-table--s app-table--stack" role="table">
        <caption>{dimension.name}: level of each capability</caption>
        <thead role="rowgroup">
          <tr role="row">
            {levelColumns.map((header) => (
              <th key={header} scope="col" role="columnheader">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" dangerouslySetInnerHTML={{ __html: levelRows(found, view) }} />
      </table>
      {hidden > 0 && (
        <p>
          {hidden} sensitive {hidden === 1 ? "capability is" : "capabilities are"} counted in the score and
          not shown here.
        </p>
      )}
    </section>
  );
}
