import type { ReactNode } from "react";

export type Column = {
  header: string;
  /** Figures are set right, so that their digits line up. */
  numeric?: boolean;
};

export type Row = { id: string; cells: readonly ReactNode[] };

/**
 * A table with a caption and a header for each row (its first cell). `layout`: `stack` turns rows into blocks on a
 * narrow screen, which suits few columns with words; `scroll` keeps the grid and lets it scroll on its own.
 */
export function Table({
  caption,
  columns,
  rows,
  layout = "stack",
  captionSize,
  empty = "Nothing to show.",
}: {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  layout?: "stack" | "scroll";
  captionSize?: "s" | "m" | "l";
  /** Said in place of the table when there are no rows. */
  empty?: ReactNode;
}) {
  if (rows.length === 0) return <p>{empty}</p>;
  const stack = layout === "stack";
  const table = (
    // Stacking changes `display`, which drops a table's meaning for some readers: the roles put it back.
    <table className={stack ? "nhsuk-table-responsive" : "nhsuk-table"} role={stack ? "table" : undefined}>
      <caption
        className={`nhsuk-table__caption${captionSize ? ` nhsuk-table__caption--${captionSize}` : ""}`}
      >
        {caption}
      </caption>
      <thead className="nhsuk-table__head" role={stack ? "rowgroup" : undefined}>
        <tr role={stack ? "row" : undefined}>
          {columns.map(({ header, numeric }) => (
            <th
              key={header}
              scope="col"
              className={`nhsuk-table__header${numeric ? " nhsuk-table__header--numeric" : ""}`}
              role={stack ? "columnheader" : undefined}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body" role={stack ? "rowgroup" : undefined}>
        {rows.map((row) => (
          <TableRow key={row.id} row={row} columns={columns} stack={stack} />
        ))}
      </tbody>
    </table>
  );
  if (stack) return table;
  return (
    <div className="app-scroll" role="region" aria-label={caption} tabIndex={0}>
      {table}
    </div>
  );
}

function TableRow({ row, columns, stack }: { row: Row; columns: readonly Column[]; stack: boolean }) {
  return (
    <tr className="nhsuk-table__row" role={stack ? "row" : undefined}>
      {row.cells.map((cell, index) => {
        const column = columns[index];
        const content = (
          <>
            {stack && (
              <span className="nhsuk-table-responsive__heading" aria-hidden="true">
                {column?.header}{" "}
              </span>
            )}
            {stack ? <span>{cell}</span> : cell}
          </>
        );
        if (index === 0) {
          return (
            <th
              key={index}
              scope="row"
              className="nhsuk-table__header"
              role={stack ? "rowheader" : undefined}
            >
              {content}
            </th>
          );
        }
        return (
          <td
            key={index}
            className={`nhsuk-table__cell${column?.numeric ? " nhsuk-table__cell--numeric" : ""}`}
            role={stack ? "cell" : undefined}
          >
            {content}
          </td>
        );
      })}
    </tr>
  );
}
