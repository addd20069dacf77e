import { dateInWords } from "@/lib/report/dates";
import type { HeldTarget } from "@/lib/report/targets";

type Props = {
  /** Null where the default target holds. */
  target: HeldTarget | null;
  /** Where it is set; null for who may not. */
  href: string | null;
  /** Whether its day has passed without it being reached. */
  missed?: boolean;
  /** The capability, for those who hear the link alone. */
  about: string;
};

/** Where a target comes from: by when and why, or that it is the default; and the way to set it. */
export function TargetInWords({ target, href, missed = false, about }: Props) {
  return (
    <>
      <span className="block text-secondary">
        {target === null ? "Default target" : target.by ? `By ${dateInWords(target.by)}` : "No date set"}
        {missed && ", which has passed"}
        {target?.owner && <span className="app-typed">, {target.owner}</span>}
        {target?.dimensionId && ", for the whole dimension"}
        {target?.approvedAt && `. Approved on ${dateInWords(target.approvedAt)}`}
        {target?.approvedAt && target.approvedBy && ` by ${target.approvedBy}`}
      </span>
      {target !== null && <span className="app-typed block text-secondary">{target.reason}</span>}
      {href !== null && (
        <a className="nhsuk-link print:hidden" href={href}>
          {target === null || target.dimensionId ? "Set" : "Change"} target
          <span className="nhsuk-u-visually-hidden"> for {about}</span>
        </a>
      )}
    </>
  );
}
