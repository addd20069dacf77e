import { Table } from "@/components/nhs/table";
import type { Framework } from "@/lib/framework/schema";
import { shownScore } from "@/lib/scoring/shown";

/** How answers become a level, levels a score and scores a stage, in plain words and from the framework's own rules. */
export function StageRules({ framework }: { framework: Framework }) {
  const { stages, dimensionSlack, levels } = framework;
  const lowest = levels[0];
  return (
    <>
      <h3 className="nhsuk-heading-s">From answers to a level</h3>
      <p>
        Each capability has a ladder of levels. Everybody is at least at level 1{lowest && `, ${lowest.name}`}
        . A level is reached when {shareInWords(framework.thresholds)}, and so is every level below it. What
        is not known counts as not met.
      </p>
      <h3 className="nhsuk-heading-s">From levels to a score</h3>
      <p>
        The score of a dimension is the {hasWeights(framework) ? "weighted " : ""}average of its capabilities.
        The overall score is the average of the dimensions, each counted once. Nothing is averaged across care
        settings.
      </p>
      <h3 className="nhsuk-heading-s">From scores to a stage</h3>
      <p>
        A stage is held only when everything in its row of the table is true, and so is every row above it. A
        safeguard is a capability that must itself be high enough: a good average cannot make up for it.
      </p>
      <Table
        caption="What each stage needs"
        columns={[
          { header: "Stage" },
          { header: "Overall score" },
          { header: "Every safeguard" },
          { header: "Every dimension" },
        ]}
        rows={stages.map(({ stage, name, overallAtLeast, gateAtLeast }) => ({
          id: String(stage),
          cells: [
            `${stage} ${name}`,
            atLeast(overallAtLeast, shownScore(overallAtLeast)),
            atLeast(gateAtLeast, `level ${gateAtLeast}`),
            dimensionSlack === null
              ? "No minimum"
              : atLeast(stage - dimensionSlack, String(stage - dimensionSlack)),
          ],
        }))}
      />
    </>
  );
}

/** Nothing lies below 1, so asking for it asks for nothing. */
function atLeast(value: number, shown: string): string {
  return value <= 1 ? "No minimum" : `At least ${shown}`;
}

function hasWeights({ dimensions }: Framework): boolean {
  return dimensions.some(({ capabilities }) => capabilities.some(({ weight }) => weight !== 1));
}

function shareInWords(thresholds: Framework["thresholds"]): string {
  const shares = [...new Set(Object.values(thresholds))];
  const [share] = shares;
  if (shares.length === 1 && share === 1) return "every one of its criteria is met";
  if (shares.length === 1 && share !== undefined) return `at least ${percent(share)} of its criteria are met`;
  const each = Object.entries(thresholds).map(([level, one]) => `${percent(one)} at level ${level}`);
  return `enough of its criteria are met (${each.join(", ")})`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}
