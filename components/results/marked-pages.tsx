import type { ReactNode } from "react";

/**
 * A document with its marking at the head: once on screen, and on paper at the head of every page, as browsers repeat
 * what is laid out as the header of a table and may not be broken.
 */
export function MarkedPages({ marking, children }: { marking: string; children: ReactNode }) {
  if (marking === "") return <>{children}</>;
  return (
    <div className="print:table w-full">
      <div className="print:table-header-group print:break-inside-avoid">
        <p className="nhsuk-body-s">
          <strong>{marking}</strong>
        </p>
      </div>
      <div className="print:table-row-group">{children}</div>
    </div>
  );
}
