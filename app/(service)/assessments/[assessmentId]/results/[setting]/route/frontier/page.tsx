import type { Metadata } from "next";
import { Details } from "@/components/nhs/details";
import { InsetText } from "@/components/nhs/inset-text";
import { Table } from "@/components/nhs/table";
import type { CurvePoint } from "@/components/results/frontier-curve";
import { FrontierExplorer } from "@/components/results/frontier-explorer";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";
import { pointsExplained, pointsInWords } from "@/lib/report/effort-words";
import { routeSearch } from "@/lib/report/route-question";
import { scoreInFigures, stageName } from "@/lib/report/stage-words";
import { frontier } from "@/lib/scoring/frontier";
import { ROUTE_CAUTION } from "@/lib/scoring/route";
import { loadResult } from "../../load-result";
import { ResultFrame } from "../../result-frame";

type Props = { params: Promise<{ assessmentId: string; setting: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { assessmentId, setting } = await params;
  const { assessment, framework } = await loadResult(assessmentId, setting);
  return { title: `What each effort gets you: ${settingName(framework, setting)}, ${assessment.round}` };
}

/** How far every amount of effort gets at most: the highest score and the highest stage for it. */
export default async function FrontierPage({ params }: Props) {
  const { assessmentId, setting: asked } = await params;
  const loaded = await loadResult(assessmentId, asked);
  const { framework, setting, answers, result } = loaded;
  const points = frontier(framework, setting, answers);
  const rises = points.filter((point, index) => index > 0 && point.stage > (points[index - 1]?.stage ?? 0));
  const route = resultsPath(assessmentId, setting, "route");
  // A score that the next stage needs is never shown as reached before it is.
  const shownOf = (overall: number | null) =>
    scoreInFigures(
      overall === null ? null : { low: overall, high: overall },
      framework.stages.find(({ overallAtLeast }) => overallAtLeast > (overall ?? 0))?.overallAtLeast,
    );

  const rows = points.map(({ cost, overall, stage }) => ({
    cost,
    overall: overall ?? 1,
    shown: shownOf(overall),
    stage: stageName(framework, stage),
  }));
  const tenths = rows.filter(
    ({ shown, stage }, index) => shown !== rows[index - 1]?.shown || stage !== rows[index - 1]?.stage,
  );

  return (
    <ResultFrame
      loaded={loaded}
      page="route"
      heading={`What each effort gets you: ${settingName(framework, setting)}`}
    >
      <p className="nhsuk-lede-text">
        The most that any amount of effort can buy: the highest score, and the highest stage, which may take
        another set of work.
      </p>
      <InsetText>
        <p>{ROUTE_CAUTION}</p>
        <p>{pointsExplained(framework)}</p>
      </InsetText>
      {!result.stage.final && <p>What is not answered yet counts as not met.</p>}
      <h2 className="nhsuk-heading-l">The stages within reach</h2>
      <Table
        caption="The least effort that reaches each stage"
        columns={[{ header: "Stage" }, { header: "Effort" }, { header: "The way there" }]}
        rows={rises.map(({ stage, cost }) => ({
          id: String(stage),
          cells: [
            stageName(framework, stage),
            pointsInWords(cost),
            <a
              key="way"
              className="nhsuk-link"
              href={`${route}${routeSearch({ toStage: stage, toOverall: null, pins: new Map(), exclude: new Set() })}`}
            >
              Shortest way to {stageName(framework, stage)}
            </a>,
          ],
        }))}
        empty="No higher stage: this is the highest there is, or nothing that can be raised reaches the next."
      />
      <h2 className="nhsuk-heading-l">Effort and score</h2>
      {rows.length > 1 && (
        <FrontierExplorer
          points={rows}
          stages={rises.map(({ cost, stage }) => ({ cost, name: stageName(framework, stage) }))}
        />
      )}
      <FrontierTable caption="The least effort for each tenth of the score" points={tenths} />
      <div className="print:hidden">
        <Details summary={`Every step: ${rows.length}`}>
          <FrontierTable caption="Every effort at which the score or the stage grows" points={rows} />
        </Details>
      </div>
    </ResultFrame>
  );
}

function FrontierTable({ caption, points }: { caption: string; points: readonly CurvePoint[] }) {
  return (
    <Table
      caption={caption}
      columns={[
        { header: "Effort in points" },
        { header: "Highest score", numeric: true },
        { header: "Highest stage" },
      ]}
      rows={points.map(({ cost, shown, stage }) => ({
        id: String(cost),
        cells: [cost === 0 ? "0 (today)" : cost.toLocaleString("en-GB"), shown, stage],
      }))}
    />
  );
}
