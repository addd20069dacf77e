import type { ReactNode } from "react";

export type PageProps = {
  before?: ReactNode;
  width?: "two-thirds" | "full";
  children: ReactNode;
};

/**
 * The frame of every page: what comes before the main content (breadcrumb, back link, phase banner), then the one
 * `main`, where the skip link leads. Running text reads best in two thirds; tables and charts take the full width.
 */
export function PageFrame({ before, width = "two-thirds", children }: PageProps) {
  return (
    <div className="nhsuk-width-container">
      {before}
      <main className="nhsuk-main-wrapper" id="maincontent" tabIndex={-1}>
        {width === "full" ? (
          children
        ) : (
          <div className="nhsuk-grid-row">
            <div className="nhsuk-grid-column-two-thirds">{children}</div>
          </div>
        )}
      </main>
    </div>
  );
}
