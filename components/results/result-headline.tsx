import { AssessmentStateTag, FinalityTag } from "@/components/nhs/status-tag";
import { Card } from "@/components/nhs/card";
import type { AssessmentState } from "@/lib/assessment/states";
import type { Framework } from "@/lib/framework/schema";
import type { Completeness } from "@/lib/report/completeness";
import { distanceInWords, overallInFigures, stageInWords } from "@/lib/report/stage-words";
import { standingInWords, type SignedBy } from "@/lib/report/status-words";
import type { Result } from "@/lib/scoring/result";

type Props = {
  framework: Framework;
  result: Result;
  completeness: Completeness;
  state: AssessmentState;
  signedOff: SignedBy | null;
  /** Where the answers behind the figures are listed. */
  href: string;
};

/** Stage, score and distance: never one without the others, and never a bare number while answers are open. */
export function ResultHeadline({ framework, result, completeness, state, signedOff, href }: Props) {
  return (
    <Card>
      <p className="mb-2">
        {result.stage.final ? <AssessmentStateTag state={state} /> : <FinalityTag final={false} />}
      </p>
      <h2 className="nhsuk-heading-xl mb-2">
        <span className="nhsuk-u-visually-hidden">Stage: </span>
        {stageInWords(framework, result)}
      </h2>
      <p className="nhsuk-lede-text mb-2">
        Score{" "}
        <a className="nhsuk-link" href={href}>
          <strong>{overallInFigures(result)}</strong>
        </a>{" "}
        out of 5. {distanceInWords(framework, result)}.
      </p>
      <p>{standingInWords(state, result, completeness, signedOff)}.</p>
    </Card>
  );
}
