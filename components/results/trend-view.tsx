import { Figure } from "@/components/charts/figure";
import { Table } from "@/components/nhs/table";
import { trend } from "@/lib/charts/trend";
import { resultsPath } from "@/lib/http/addresses";
import { changeSinceInWords } from "@/lib/report/change-words";
import { dateInWords } from "@/lib/report/dates";
import type { TrendEntry } from "@/lib/report/score-trend";
import { trendPoints } from "@/lib/report/score-trend-points";
import { distanceInWords, overallInFigures, stageInWords } from "@/lib/report/stage-words";

type Props = {
  /** The care setting's id and name. */
  setting: string;
  name: string;
  /** Newest first. */
  entries: readonly TrendEntry[];
  /** Whether who looks may open each round's results. */
  linked: boolean;
};

/** So few points are drawn small: a line between two says no more for being long. */
const FEW = 2;

/** The score of a care setting over time: signed-off rounds filled, checkpoints hollow, a break between versions. */
export function TrendView({ setting, name, entries, linked }: Props) {
  const checkpoints = entries.some(({ kind }) => kind === "checkpoint");
  const [only] = entries;
  if (only && entries.length === 1) {
    const { assessmentId, round, at, framework, result } = only;
    return (
      <p>
        {linked ? (
          <a className="nhsuk-link" href={resultsPath(assessmentId, setting)}>
            {round}
          </a>
        ) : (
          round
        )}{" "}
        is the first round that is signed off, on {dateInWords(at)}: {stageInWords(framework, result)},{" "}
        {overallInFigures(result)} out of 5. A line over time begins with the next one.
      </p>
    );
  }
  return (
    <>
      <Table
        caption={`${name}: ${checkpoints ? "signed-off rounds and checkpoints" : "signed-off rounds"}`}
        captionSize="s"
        columns={["Round", "When", "Stage", "Score", "Distance", "Change"].map((header) => ({ header }))}
        rows={entries.map((entry) => rowOf(setting, entry, linked))}
      />
      {entries.length > 1 && (
        <Figure
          id={`${setting}-trend`}
          caption={`${name}: overall score over time`}
          summary={`The overall score, from 1 to 5.${checkpoints ? " Hollow points are checkpoints, which are not signed off." : ""} The table above has the figures.`}
          width={entries.length > FEW ? "full" : "half"}
          draw={(options) => trend(trendPoints(entries), options)}
        />
      )}
    </>
  );
}

function rowOf(setting: string, entry: TrendEntry, linked: boolean) {
  const { snapshotId, assessmentId, kind, name, round, at, framework, result, change } = entry;
  const signed = kind === "sign_off";
  return {
    id: snapshotId,
    cells: [
      signed && linked ? (
        <a key="round" className="nhsuk-link" href={resultsPath(assessmentId, setting)}>
          {round}
        </a>
      ) : signed ? (
        round
      ) : (
        `${name}, not signed off`
      ),
      dateInWords(at),
      stageInWords(framework, result),
      overallInFigures(result),
      distanceInWords(framework, result),
      change ? changeSinceInWords(change.since.round, change.compared).join("") : "–",
    ],
  };
}
