import type { ReactNode } from "react";

export type Column = {
  header: string;
  /** Said before the header to those who hear it, where the caption says it to those who see the whole grid. */
  spoken?: string;
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
  captionSize = "s",
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
    <table
      className={`app-table app-table--${captionSize}${stack ? " app-table--stack" : ""}`}
      role={stack ? "table" : undefined}
    >
      <caption>{caption}</caption>
      <thead role={stack ? "rowgroup" : undefined}>
        <tr role={stack ? "row" : undefined}>
          {columns.map(({ header, spoken, numeric }) => (
            <th
              key={header}
              scope="col"
              className={numeric ? "app-table__numeric" : undefined}
              role={stack ? "columnheader" : undefined}
            >
              {spoken && <span className="nhsuk-u-visually-hidden">{spoken} </span>}
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={stack ? "rowgroup" : undefined}>
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
  const [first, ...others] = row.cells;
  return (
    <tr role={stack ? "row" : undefined}>
      <th scope="row" role={stack ? "rowheader" : undefined}>
        {first}
      </th>
      {others.map((cell, index) => {
        const column = columns[index + 1];
        return (
          <td
            key={column?.header ?? index}
            className={column?.numeric ? "app-table__numeric" : undefined}
            role={stack ? "cell" : undefined}
          >
            {/* Where rows are stacked each value needs its column's name beside it; readers have the header. */}
            {stack && <b aria-hidden="true">{column?.header}</b>}
            {stack ? <div>{cell}</div> : cell}
          </td>
        );
      })}
    </tr>
  );
}
