import type { Metadata } from "next";
import { partPath, type FrameworkPlace } from "@/components/framework/addresses";
import { isSafeguard } from "@/components/framework/capability-list";
import { FrameworkFrame } from "@/components/framework/framework-frame";
import { SettingSwitch } from "@/components/framework/setting-switch";
import { Link } from "@/components/nhs/link";
import { Pagination } from "@/components/nhs/pagination";
import { Tag } from "@/components/nhs/tag";
import { notFound } from "@/lib/auth/not-found";
import { appliesIn } from "@/lib/framework/find";
import type { Capability, Dimension } from "@/lib/framework/schema";
import { nameIn, stemIn } from "@/lib/framework/wording";
import { loadFramework, type FrameworkQuery } from "../../../../load-framework";

type Props = {
  params: Promise<{ id: string; version: string; dimension: string }>;
  searchParams: FrameworkQuery;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { framework, dimension } = await load(params, searchParams);
  return { title: `${dimension.number} ${dimension.name} – ${framework.title} ${framework.version}` };
}

/** One dimension: why it matters and its capabilities. */
export default async function DimensionPage({ params, searchParams }: Props) {
  const { framework, place, setting, dimension } = await load(params, searchParams);
  const at = framework.dimensions.indexOf(dimension);
  const neighbour = (other: Dimension | undefined) =>
    other && { href: partPath(place, "dimensions", other.id), label: `${other.number} ${other.name}` };
  return (
    <FrameworkFrame framework={framework} place={place} heading={`${dimension.number} ${dimension.name}`}>
      {dimension.subtitle && <p className="nhsuk-lede-text">{capitalised(dimension.subtitle)}</p>}
      {dimension.why && <p>{dimension.why}</p>}
      <SettingSwitch
        framework={framework}
        place={place}
        path={(other) => partPath(other, "dimensions", dimension.id)}
      />
      {dimension.capabilities
        .filter((capability) => setting === null || appliesIn(capability, setting))
        .map((capability) => (
          <Summary key={capability.id} capability={capability} place={place} />
        ))}
      <Pagination
        label="Dimensions"
        previous={neighbour(framework.dimensions[at - 1]) ?? null}
        next={neighbour(framework.dimensions[at + 1]) ?? null}
      />
    </FrameworkFrame>
  );
}

function Summary({ capability, place }: { capability: Capability; place: FrameworkPlace }) {
  return (
    <section aria-labelledby={capability.id}>
      <h2 className="nhsuk-heading-m nhsuk-u-margin-bottom-2" id={capability.id}>
        <Link href={partPath(place, "capabilities", capability.id)}>
          {capability.number} {nameIn(capability, place.setting)}
        </Link>
      </h2>
      <p>
        {isSafeguard(capability, place.setting) && (
          <>
            <Tag colour="purple">Safeguard</Tag>{" "}
          </>
        )}
        {stemIn(capability, place.setting)}
      </p>
    </section>
  );
}

async function load(params: Props["params"], query: FrameworkQuery) {
  const view = await loadFramework(params, query);
  const { dimension: id } = await params;
  const dimension = view.framework.dimensions.find((one) => one.id === id);
  if (!dimension) notFound();
  return { ...view, dimension };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
