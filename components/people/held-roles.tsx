import type { HeldRole } from "@/lib/access/invitation";
import { roleNames } from "@/lib/access/role";
import { dateInWords } from "@/lib/report/dates";

/** What somebody is, one role a line; a deputy's with their days. */
export function HeldRoles({ roles }: { roles: readonly HeldRole[] }) {
  return (
    <ul className="nhsuk-list mb-0">
      {roles.map(({ role, startsOn, endsOn }) => (
        <li key={role}>
          {roleNames[role]}
          {daysInWords(startsOn, endsOn)}
        </li>
      ))}
    </ul>
  );
}

/** ", deputy from 1 December 2026 until 14 December 2026", or nothing for a role without days. */
function daysInWords(startsOn: Date | null, endsOn: Date | null): string {
  if (!startsOn && !endsOn) return "";
  const from = startsOn ? ` from ${dateInWords(startsOn)}` : "";
  const until = endsOn ? ` until ${dateInWords(endsOn)}` : "";
  return `, deputy${from}${until}`;
}
