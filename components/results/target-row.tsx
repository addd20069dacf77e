import { dateInWords } from "@/lib/report/dates";
import type { TargetItem } from "@/lib/report/target-list";
import { targetStandingInWords } from "@/lib/report/target-standing";

type Shown = {
  capabilityId: string;
  scope: string;
  level: number;
  by: Date | null;
  reason: string;
  owner: string;
  approvedAt: Date | null;
  approvedBy: string | null;
};

/** One target as a row of the list of them all. */
export function targetRow({ target, title, whole, now, standing }: TargetItem<Shown>, href: string | null) {
  return {
    id: `${target.capabilityId}-${target.scope}`,
    cells: [
      <span key="name" id={whole ? undefined : target.capabilityId}>
        {title}
        {href && (
          <a className="nhsuk-link block print:hidden" href={href}>
            Change<span className="nhsuk-u-visually-hidden"> the target for {title}</span>
          </a>
        )}
      </span>,
      <span key="target">
        {now === null ? `Target ${target.level}` : `Level ${now}, target ${target.level}`}
        {standing && <span className="block text-secondary">{targetStandingInWords(standing)}</span>}
      </span>,
      <span key="by">
        {target.by ? dateInWords(target.by) : "No date"}
        <span className="app-typed block text-secondary">{target.owner || "Nobody named"}</span>
      </span>,
      <span key="why" className="app-typed">
        {target.reason}
      </span>,
      target.approvedAt ? `${dateInWords(target.approvedAt)}, by ${target.approvedBy}` : "Not yet",
    ],
  };
}
