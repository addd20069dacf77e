import type { ReactNode } from "react";

/** The green box that ends a journey, for example after a sign-off. It holds the page's first-level heading. */
export function Panel({ heading, children }: { heading: string; children?: ReactNode }) {
  return (
    <div className="nhsuk-panel">
      <h1 className="nhsuk-panel__title">{heading}</h1>
      {children && <div className="nhsuk-panel__body">{children}</div>}
    </div>
  );
}
