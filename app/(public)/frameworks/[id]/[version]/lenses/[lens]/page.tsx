import type { Metadata } from "next";
import { partPath } from "@/components/framework/addresses";
import { CapabilityList } from "@/components/framework/capability-list";
import { FrameworkFrame } from "@/components/framework/framework-frame";
import { SettingSwitch } from "@/components/framework/setting-switch";
import { notFound } from "@/lib/auth/not-found";
import { appliesIn, capabilitiesOf } from "@/lib/framework/find";
import { loadFramework, type FrameworkQuery } from "../../../../load-framework";

type Props = { params: Promise<{ id: string; version: string; lens: string }>; searchParams: FrameworkQuery };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { framework, lens } = await load(params, searchParams);
  return { title: `${lens.name} – ${framework.title} ${framework.version}` };
}

/** The same capabilities grouped another way. One may stand in several groups, or in none. */
export default async function LensPage({ params, searchParams }: Props) {
  const { framework, place, setting, lens } = await load(params, searchParams);
  const asked = capabilitiesOf(framework).filter((one) => setting === null || appliesIn(one, setting));
  const tagged = asked.filter((capability) => capability.lenses[lens.id]);
  return (
    <FrameworkFrame framework={framework} place={place} heading={lens.name}>
      <p>
        This lens groups {tagged.length === asked.length ? "all" : `${tagged.length} of the`} {asked.length}{" "}
        capabilities
        {tagged.length < asked.length && ": those it says something about"}. The score of a group is the
        average of the capabilities in it.
      </p>
      <SettingSwitch
        framework={framework}
        place={place}
        path={(other) => partPath(other, "lenses", lens.id)}
      />
      {lens.groups.map((group) => {
        const capabilities = tagged.filter((capability) => capability.lenses[lens.id]?.includes(group.id));
        return (
          <section key={group.id} aria-labelledby={group.id}>
            <h2 className="nhsuk-heading-m nhsuk-u-margin-bottom-2" id={group.id}>
              {group.name}
            </h2>
            {capabilities.length > 0 ? (
              <CapabilityList place={place} capabilities={capabilities} />
            ) : (
              <p>No capability is in this group here.</p>
            )}
          </section>
        );
      })}
    </FrameworkFrame>
  );
}

async function load(params: Props["params"], query: FrameworkQuery) {
  const view = await loadFramework(params, query);
  const { lens: id } = await params;
  const lens = view.framework.lenses.find((one) => one.id === id);
  if (!lens) notFound();
  return { ...view, lens };
}
