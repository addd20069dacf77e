import { Figure } from "@/components/charts/figure";
import { Table } from "@/components/nhs/table";
import { trend } from "@/lib/charts/trend";
import type { CareSetting } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";
import { changeSince, type SignedResult } from "@/lib/report/board-panel";
import { changeSinceInWords } from "@/lib/report/change-words";
import { dateInWords, isoDate } from "@/lib/report/dates";
import { distanceInWords, overallInFigures, stageInWords } from "@/lib/report/stage-words";

type Props = {
  setting: CareSetting;
  /** Newest first. */
  results: readonly SignedResult[];
};

/** The signed-off rounds of a care setting; a break shows where the framework changed. */
export function RoundsOverTime({ setting, results }: Props) {
  const name = results[0] ? settingName(results[0].framework, setting) : "";
  return (
    <>
      <Table
        caption={`${name}: signed-off rounds`}
        captionSize="s"
        columns={[
          { header: "Round" },
          { header: "Signed off" },
          { header: "Stage" },
          { header: "Score" },
          { header: "Distance" },
          { header: "Change" },
        ]}
        rows={results.map((signed, index) => rowOf(setting, signed, results[index + 1]))}
      />
      {results.length > 1 && (
        <Figure
          id={`${setting}-trend`}
          caption={`${name}: overall score over time`}
          summary="The overall score of each signed-off round, from 1 to 5. The table above has the figures."
          width="full"
          draw={(options) => trend(pointsOf(results), options)}
        />
      )}
    </>
  );
}

function rowOf(setting: CareSetting, signed: SignedResult, before: SignedResult | undefined) {
  const { assessmentId, round, framework, result, signedBy } = signed;
  return {
    id: assessmentId,
    cells: [
      <a key="round" className="nhsuk-link" href={resultsPath(assessmentId, setting)}>
        {round}
      </a>,
      dateInWords(signedBy.at),
      stageInWords(framework, result),
      overallInFigures(framework, result),
      distanceInWords(framework, result),
      before ? changeSinceInWords(before.round, changeSince(setting, before, signed)).join("") : "–",
    ],
  };
}

function pointsOf(newestFirst: readonly SignedResult[]) {
  return newestFirst.toReversed().flatMap((signed, index, oldestFirst) => {
    const { framework, result, round, signedBy } = signed;
    if (!result.overall) return [];
    const before = oldestFirst[index - 1];
    const changed = before && before.framework.version !== framework.version;
    const shown = Number(overallInFigures(framework, result));
    return [
      {
        at: isoDate(signedBy.at),
        label: round,
        low: Number.isFinite(shown) ? shown : result.overall.low,
        high: Number.isFinite(shown) ? shown : result.overall.high,
        kind: "signed_off" as const,
        ...(changed && { breakBefore: `Framework ${framework.version}` }),
      },
    ];
  });
}
