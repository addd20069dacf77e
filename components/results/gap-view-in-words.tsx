import { dateInWords } from "@/lib/report/dates";
import type { GapView } from "@/lib/report/gap-view";

/** How a gap is marked, what the trust says in place of the framework with who and why, and the way to say it. */
export function GapViewInWords({
  view,
  href,
  about,
}: {
  view: GapView | null;
  /** Where it is said; null for who may not. */
  href: string | null;
  /** The capability, for those who hear the link alone. */
  about: string;
}) {
  const adjusted = view !== null && (view.importance !== null || view.effort !== null);
  return (
    <>
      {view?.standing && (
        <span className="app-typed block font-normal text-secondary">
          {view.standing === "now" ? "Matters now" : "Waits"}
          {view.supplier && `. Supplier: ${view.supplier}`}
        </span>
      )}
      {adjusted && (
        <span className="app-typed block font-normal text-secondary">
          Set here by {view.changedBy} on {dateInWords(view.changedAt)}: {view.adjustedReason}
        </span>
      )}
      {href !== null && (
        <a className="nhsuk-link print:hidden" href={href}>
          Say what you think
          <span className="nhsuk-u-visually-hidden"> of the gap in {about}</span>
        </a>
      )}
    </>
  );
}
