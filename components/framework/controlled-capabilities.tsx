import { Link } from "@/components/nhs/link";
import { Table } from "@/components/nhs/table";
import { capabilitiesOf } from "@/lib/framework/find";
import { organisationWord } from "@/lib/framework/organisation-word";
import type { Framework } from "@/lib/framework/schema";
import { partPath, type FrameworkPlace } from "./addresses";

/** Who controls which capability, and that the organisation's own part is shown first; nothing where it is not told. */
export function ControlledCapabilities({
  framework,
  place,
}: {
  framework: Framework;
  place: FrameworkPlace;
}) {
  const lens = framework.lenses.find(({ id }) => id === "control");
  const [own] = lens?.groups ?? [];
  if (!lens || !own) return null;
  const body = organisationWord(framework);
  return (
    <>
      <h3 className="nhsuk-heading-s">First, what the {body} itself controls</h3>
      <p>
        Each capability says who mainly controls it. The average of those the {body} controls is shown before
        every other score, so that nobody is judged first by what others decide. The capabilities that others
        control count in the overall score too, and ask what the {body} does about them.
      </p>
      <Table
        caption="Who controls what"
        columns={[{ header: "Controlled by" }, { header: "Capabilities" }]}
        rows={lens.groups.map(({ id, name }) => ({
          id,
          cells: [
            name,
            <ul key="list" className="nhsuk-list nhsuk-u-margin-bottom-0">
              {capabilitiesOf(framework)
                .filter(({ lenses }) => lenses.control?.includes(id))
                .map((capability) => (
                  <li key={capability.id}>
                    <Link href={partPath(place, "capabilities", capability.id)}>
                      {capability.number} {capability.name}
                    </Link>
                  </li>
                ))}
            </ul>,
          ],
        }))}
      />
    </>
  );
}
