import type { ReactNode } from "react";

export type SummaryRow = {
  key: string;
  value: ReactNode;
  /** A link to change the value; `about` completes its name for those who hear it alone: "Change name". */
  action?: { href: string; text: string; about: string };
};

/** Facts in pairs: a name and a value, with a link to change it where that can be done. */
export function SummaryList({ rows, border = true }: { rows: readonly SummaryRow[]; border?: boolean }) {
  const anyAction = rows.some((row) => row.action);
  return (
    <dl className={`nhsuk-summary-list${border ? "" : " nhsuk-summary-list--no-border"}`}>
      {rows.map(({ key, value, action }) => (
        <div
          key={key}
          className={`nhsuk-summary-list__row${anyAction && !action ? " nhsuk-summary-list__row--no-actions" : ""}`}
        >
          <dt className="nhsuk-summary-list__key">{key}</dt>
          <dd className="nhsuk-summary-list__value">{value}</dd>
          {action && (
            <dd className="nhsuk-summary-list__actions">
              <a className="nhsuk-link" href={action.href}>
                {action.text}
                <span className="nhsuk-u-visually-hidden"> {action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
