import type { ReactNode } from "react";

/** A paragraph set apart from those around it, to be noticed but not to warn. */
export function InsetText({ children }: { children: ReactNode }) {
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      {children}
    </div>
  );
}
