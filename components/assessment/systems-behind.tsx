import type { CareSetting, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { dateInWords } from "@/lib/report/dates";
import { type SystemBehind, unblockerNames } from "@/lib/report/gap-view";

type Props = {
  framework: Framework;
  /** As far as somebody said. */
  systems: readonly (SystemBehind & { careSetting: CareSetting })[];
  /** Where it is said, by care setting; none for who may not, or once the round is closed. */
  places: readonly { careSetting: CareSetting; href: string }[];
};

/** Which system a question lies in, whose that is and until when, who can unblock it, and where that is said. */
export function SystemsBehind({ framework, systems, places }: Props) {
  if (systems.length === 0 && places.length === 0) return null;
  return (
    <aside className="app-aside" aria-label="System and supplier">
      <h2 className="nhsuk-heading-s">System and supplier</h2>
      {systems.length === 0 && <p>Nobody has said yet.</p>}
      <ul className="nhsuk-list">
        {systems.map((behind) => (
          <li key={behind.careSetting}>
            <strong>{settingName(framework, behind.careSetting)}:</strong> {inWords(behind)}
          </li>
        ))}
        {places.map(({ careSetting, href }) => (
          <li key={`say-${careSetting}`}>
            <a className="nhsuk-link" href={href}>
              Say it beside the gap: {settingName(framework, careSetting)}
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function inWords({ system, supplier, contractEndsOn, unblockedBy }: SystemBehind): string {
  const facts = [
    system,
    supplier && `supplier ${supplier}`,
    contractEndsOn && `contract ends ${dateInWords(contractEndsOn)}`,
    unblockedBy && `can be unblocked by ${unblockerNames[unblockedBy].toLowerCase()}`,
  ].filter(Boolean);
  return facts.join(", ");
}
