import { Tag } from "@/components/nhs/tag";
import { isGate } from "@/lib/framework/find";
import type { Capability, CareSetting } from "@/lib/framework/schema";
import { nameIn } from "@/lib/framework/wording";
import { partPath, type FrameworkPlace } from "./addresses";

/** Capabilities by number and name, each a link, safeguards marked. */
export function CapabilityList({
  place,
  capabilities,
}: {
  place: FrameworkPlace;
  capabilities: readonly Capability[];
}) {
  return (
    <ul className="nhsuk-list *:border-0 *:border-b *:border-solid *:border-border *:pb-2 *:last:border-b-0">
      {capabilities.map((capability) => (
        <li key={capability.id}>
          <a className="nhsuk-link" href={partPath(place, "capabilities", capability.id)}>
            {capability.number} {nameIn(capability, place.setting)}
          </a>
          {isSafeguard(capability, place.setting) && (
            <>
              {" "}
              <Tag colour="purple">Safeguard</Tag>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whether it is a safeguard in this care setting; in any of them where no setting is chosen. */
export function isSafeguard(capability: Capability, setting: CareSetting | null): boolean {
  return setting === null ? capability.gateFor.length > 0 : isGate(capability, setting);
}
