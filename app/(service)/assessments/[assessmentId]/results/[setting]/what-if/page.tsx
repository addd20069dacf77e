import type { Metadata } from "next";
import { markupOf } from "@/components/markup/as-markup";
import { InsetText } from "@/components/nhs/inset-text";
import { WhatIfChoices } from "@/components/results/what-if-choices";
import { WhatIfDesk } from "@/components/results/what-if-desk";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath, whatIfApiPath } from "@/lib/http/addresses";
import { pointsExplained, pointsInWords } from "@/lib/report/effort-words";
import { nextStage } from "@/lib/report/next-stage";
import type { SearchParams } from "@/lib/report/route-question";
import { whatIfOutcome } from "@/lib/report/what-if-outcome";
import { askedWhatIf, whatIfChoices } from "@/lib/report/what-if-question";
import { whatIfSearch } from "@/lib/report/what-if-search";
import { ROUTE_CAUTION, shortestRoute } from "@/lib/scoring/route";
import { loadResult, type LoadedResult } from "../load-result";
import { ResultFrame } from "../result-frame";

type Props = {
  params: Promise<{ assessmentId: string; setting: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessmentId, setting } = await params;
  const { assessment, framework } = await loadResult(assessmentId, setting);
  return { title: `What if: ${settingName(framework, setting)}, ${assessment.round}` };
}

/** What it would come to if some criteria were met, or held no longer. Nothing is saved. */
export default async function WhatIfPage({ params, searchParams }: Props) {
  const { assessmentId, setting: asked } = await params;
  const loaded = await loadResult(assessmentId, asked);
  const { framework, setting, result, showSensitive } = loaded;
  const choices = whatIfChoices(loaded, { showSensitive });
  const { supposed, ignored } = askedWhatIf(await searchParams, choices);
  const path = resultsPath(assessmentId, setting, "what-if");
  const shortest = shortestWay(loaded, path);

  return (
    <ResultFrame loaded={loaded} page="what-if" heading={`What if: ${settingName(framework, setting)}`}>
      <p className="nhsuk-lede-text">
        Tick what you might do, and see the stage, the score and what would still stand in the way. Nothing is
        saved and no answer changes.
      </p>
      {!result.stage.final && <p>What is not answered yet counts as not met.</p>}
      {ignored > 0 && (
        <InsetText>
          <p>
            {ignored === 1 ? "1 tick of this address is" : `${ignored} ticks of this address are`} left out:
            the answers have changed since, or what it names cannot be ticked.
          </p>
        </InsetText>
      )}
      <WhatIfDesk
        path={path}
        api={whatIfApiPath(assessmentId, setting)}
        asked={whatIfSearch(supposed)}
        outcome={whatIfOutcome(loaded, supposed, { showSensitive })}
        choices={markupOf(<WhatIfChoices standing={loaded} choices={choices} supposed={supposed} />)}
      >
        {shortest && (
          <p className="print:hidden">
            <a className="nhsuk-link" href={shortest.href}>
              Tick the shortest way to {shortest.name} ({pointsInWords(shortest.cost)})
            </a>
          </p>
        )}
        <p className="text-secondary">
          {pointsExplained(framework)} {ROUTE_CAUTION}
        </p>
      </WhatIfDesk>
    </ResultFrame>
  );
}

/** The shortest way to the next stage as ticks; nothing where there is none or some of it may not be seen. */
function shortestWay({ framework, setting, answers, result, showSensitive }: LoadedResult, path: string) {
  const next = nextStage(framework, result);
  const found = next && shortestRoute(framework, setting, answers, { toStage: next.stage });
  if (!next || !found?.ok) return null;
  const { cost, raises } = found.route;
  const hidden = framework.dimensions
    .flatMap(({ capabilities }) => capabilities)
    .some(({ id, sensitive }) => sensitive && raises.some(({ capability }) => capability === id));
  if (hidden && !showSensitive) return null;
  const met = raises.flatMap(({ criteria }) => criteria);
  return { name: next.name, cost, href: path + whatIfSearch({ met }) };
}
