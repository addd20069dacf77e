import { overviewPath, partPath, type FrameworkPlace } from "@/components/framework/addresses";
import { FoundText } from "@/components/framework/found-text";
import { EmptyState } from "@/components/nhs/empty-state";
import { Link } from "@/components/nhs/link";
import { settingName } from "@/lib/framework/setting-names";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { searchFramework, type Hit } from "../../search/search";

type Props = { framework: Framework; place: FrameworkPlace; setting: CareSetting | null; query: string };

/** What was found, best first, each with the passage that fits best; or what to try instead. */
export function SearchResults({ framework, place, setting, query }: Props) {
  const { hits, partial } = searchFramework(framework, setting, query);
  const where = setting === null ? "" : ` for ${settingName(framework, setting).toLowerCase()} care`;
  if (hits.length === 0) return <NothingFound place={place} where={where} />;
  return (
    <>
      <h2 className="nhsuk-heading-m">
        {hits.length === 1 ? "1 capability" : `${hits.length} capabilities`} found{where}
      </h2>
      {partial && <p>No question has all of these words. These have some of them.</p>}
      <ol className="nhsuk-list *:border-0 *:border-b *:border-solid *:border-border *:pb-2 *:last:border-b-0">
        {hits.map((hit) => (
          <Result key={hit.capability.id} hit={hit} place={place} />
        ))}
      </ol>
    </>
  );
}

function Result({
  hit: { capability, dimension, name, passage },
  place,
}: {
  hit: Hit;
  place: FrameworkPlace;
}) {
  return (
    <li>
      <Link href={partPath(place, "capabilities", capability.id)}>
        {capability.number} <FoundText pieces={name} />
      </Link>
      <span className="block nhsuk-u-font-size-16 text-secondary">
        {dimension.number} {dimension.name}
        {dimension.subtitle && `: ${dimension.subtitle}`}
      </span>
      {passage && (
        <span className="block">
          {passage.where}: <FoundText pieces={passage.pieces} />
        </span>
      )}
    </li>
  );
}

function NothingFound({ place, where }: { place: FrameworkPlace; where: string }) {
  return (
    <EmptyState heading={`Nothing was found${where}`}>
      <p>You could:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>check the spelling</li>
        <li>try fewer or more general words, such as “recovery” or “medicines”</li>
        <li>try the number of a capability, such as 6.3</li>
        {place.setting !== null && (
          <li>choose “All” care settings above: some questions are not asked in every one</li>
        )}
        <li>
          <Link href={overviewPath(place)}>look through all the questions</Link>
        </li>
      </ul>
    </EmptyState>
  );
}
