import { FinalityTag } from "@/components/nhs/status-tag";
import type { Framework } from "@/lib/framework/schema";
import type { RoundChange } from "@/lib/report/change";
import { changeSinceBriefly } from "@/lib/report/change-words";
import { type Completeness, completenessInWords } from "@/lib/report/completeness";
import { controlledIn } from "@/lib/report/controlled";
import { distanceInWords, overallInFigures, stageInWords } from "@/lib/report/stage-words";
import type { Result } from "@/lib/scoring/result";

type Props = {
  framework: Framework;
  result: Result;
  completeness: Completeness;
  secured: number;
  safeguards: number;
  change: { since: string; compared: RoundChange | null } | null;
};

/** What it controls itself where that is told, safeguards, stage and distance, change: the order a board reads in. */
export function PositionPanel({ framework, result, completeness, secured, safeguards, change }: Props) {
  const controlled = controlledIn(framework, result);
  return (
    <>
      {controlled && (
        <p>
          {controlled.of}: <strong>{controlled.own}</strong> out of 5
        </p>
      )}
      <p>
        <strong>
          {secured} of {safeguards} safeguards
        </strong>{" "}
        at level 3 or above
      </p>
      <p className="app-standing">
        {stageInWords(framework, result)}{" "}
        <span className="app-standing__score">{overallInFigures(result)}</span>
      </p>
      <p>{distanceInWords(framework, result)}</p>
      {change && <p>{changeSinceBriefly(change.since, change.compared).join("")}</p>}
      <p className="nhsuk-u-margin-bottom-0">
        <FinalityTag final={result.stage.final} /> {completenessInWords(completeness)}
      </p>
    </>
  );
}
