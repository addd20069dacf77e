import { Table } from "@/components/nhs/table";
import type { Framework } from "@/lib/framework/schema";
import { distanceInWords, lowScoreInFigures, stageName } from "@/lib/report/stage-words";
import type { Result } from "@/lib/scoring/result";

type Props = { framework: Framework; before: Result; after: Result };

/** What it comes to: stage, score and distance today and once the criteria are met, from the low end of a range. */
export function RouteOutcome({ framework, before, after }: Props) {
  return (
    <Table
      caption="Today, and once it is done"
      captionSize="s"
      columns={[{ header: "Measure" }, { header: "Today" }, { header: "Once it is done" }]}
      rows={[
        {
          id: "stage",
          cells: ["Stage", stageName(framework, before.stage.low), stageName(framework, after.stage.low)],
        },
        {
          id: "score",
          cells: ["Overall score", lowScoreInFigures(before), lowScoreInFigures(after)],
        },
        {
          id: "distance",
          cells: ["Distance", distanceInWords(framework, before), distanceInWords(framework, after)],
        },
      ]}
    />
  );
}
