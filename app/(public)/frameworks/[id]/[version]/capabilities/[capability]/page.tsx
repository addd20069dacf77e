import type { Metadata } from "next";
import { partPath } from "@/components/framework/addresses";
import { CapabilityFacts } from "@/components/framework/capability-facts";
import { isSafeguard } from "@/components/framework/capability-list";
import { FrameworkFrame } from "@/components/framework/framework-frame";
import { PublicLadder } from "@/components/framework/public-ladder";
import { SettingSwitch } from "@/components/framework/setting-switch";
import { InsetText } from "@/components/nhs/inset-text";
import { Pagination } from "@/components/nhs/pagination";
import { Tag } from "@/components/nhs/tag";
import { notFound } from "@/lib/auth/not-found";
import { appliesIn, capabilitiesOf, dimensionOf, findCapability } from "@/lib/framework/find";
import type { Capability } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { nameIn, stemIn } from "@/lib/framework/wording";
import { loadFramework, type FrameworkQuery } from "../../../../load-framework";

type Props = {
  params: Promise<{ id: string; version: string; capability: string }>;
  searchParams: FrameworkQuery;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { framework, setting, capability } = await load(params, searchParams);
  return {
    title: `${capability.number} ${nameIn(capability, setting)} – ${framework.title} ${framework.version}`,
    description: stemIn(capability, setting),
  };
}

/** One capability as it is asked: what it is, its ladder, and all that helps to answer it. */
export default async function PublicCapabilityPage({ params, searchParams }: Props) {
  const { framework, place, setting, capability, dimension } = await load(params, searchParams);
  const asked = capabilitiesOf(framework).filter((one) => setting === null || appliesIn(one, setting));
  const at = asked.indexOf(capability);
  const neighbour = (other: Capability | undefined) =>
    other && {
      href: partPath(place, "capabilities", other.id),
      label: `${other.number} ${nameIn(other, setting)}`,
    };
  const appliesHere = setting === null || appliesIn(capability, setting);
  return (
    <FrameworkFrame
      framework={framework}
      place={place}
      crumbs={[
        { href: partPath(place, "dimensions", dimension.id), text: `${dimension.number} ${dimension.name}` },
      ]}
      heading={`${capability.number} ${nameIn(capability, setting)}`}
      width="full"
    >
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          {isSafeguard(capability, setting) && (
            <p>
              <Tag colour="purple">Safeguard</Tag>
            </p>
          )}
          <p className="nhsuk-lede-text">{stemIn(capability, setting)}</p>
          <SettingSwitch
            framework={framework}
            place={place}
            path={(other) => partPath(other, "capabilities", capability.id)}
          />
          {setting !== null && !appliesHere ? (
            <InsetText>
              <p>This capability is not asked in {settingName(framework, setting).toLowerCase()} care.</p>
            </InsetText>
          ) : (
            <>
              <h2 className="nhsuk-heading-l">The ladder</h2>
              <PublicLadder framework={framework} capability={capability} setting={setting} />
            </>
          )}
          <Pagination
            label="Capabilities"
            previous={neighbour(asked[at - 1]) ?? null}
            next={at < 0 ? null : (neighbour(asked[at + 1]) ?? null)}
          />
        </div>
        <div className="nhsuk-grid-column-one-third">
          <CapabilityFacts framework={framework} place={place} capability={capability} />
        </div>
      </div>
    </FrameworkFrame>
  );
}

async function load(params: Props["params"], query: FrameworkQuery) {
  const view = await loadFramework(params, query);
  const { capability: id } = await params;
  const capability = findCapability(view.framework, id);
  const dimension = dimensionOf(view.framework, id);
  if (!capability || !dimension) notFound();
  return { ...view, capability, dimension };
}
