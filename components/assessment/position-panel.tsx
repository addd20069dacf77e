import { FinalityTag } from "@/components/nhs/status-tag";
import type { Framework } from "@/lib/framework/schema";
import { changeInFigures, distanceInWords, scoreInFigures, stageInWords } from "@/lib/report/stage-words";
import type { Result } from "@/lib/scoring/result";

type Props = {
  framework: Framework;
  result: Result;
  secured: number;
  safeguards: number;
  change: { since: string; by: number } | null;
};

/** Safeguards first, then stage and distance, then change: the order a board reads in. */
export function PositionPanel({ framework, result, secured, safeguards, change }: Props) {
  const { capabilities, carriedForward } = result.completeness;
  const done = capabilities.answered - carriedForward;
  return (
    <>
      <p>
        <strong>
          {secured} of {safeguards} safeguards
        </strong>{" "}
        at level 3 or above
      </p>
      <p className="app-standing">
        {stageInWords(framework, result)}{" "}
        <span className="app-standing__score">{scoreInFigures(result.overall)}</span>
      </p>
      <p>{distanceInWords(framework, result)}</p>
      {change && (
        <p>
          {changeInFigures(change.by)} since {change.since}
        </p>
      )}
      <p className="nhsuk-u-margin-bottom-0">
        <FinalityTag final={result.stage.final} /> {done} of {capabilities.applicable} answered
        {carriedForward > 0 && `, ${carriedForward} to confirm`}
      </p>
    </>
  );
}
