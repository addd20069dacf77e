import { Figure } from "@/components/charts/figure";
import { Table } from "@/components/nhs/table";
import { radar } from "@/lib/charts/radar";
import type { Framework } from "@/lib/framework/schema";
import { nextStage } from "@/lib/report/next-stage";
import { dimensionInFigures, scoreInFigures } from "@/lib/report/stage-words";
import type { Bounds, Result } from "@/lib/scoring/result";
import { shownScore } from "@/lib/scoring/shown";

type Props = {
  /** The care setting: a page may show several. */
  setting: string;
  framework: Framework;
  result: Result;
  name: string;
  /** What the scores would be at the reviewer's levels; null where none differs. */
  reviewed?: Result | null;
  /** Where it is told how a dimension's score comes about; left out where that is told nowhere. */
  workingHref?: (dimensionId: string) => string;
};

/** The score of every dimension; each leads to how it comes about, where that is told. */
export function DimensionScores({ setting, framework, result, name, reviewed = null, workingHref }: Props) {
  const bounds = new Map(result.dimensions.map((dimension) => [dimension.id, dimension]));
  const theirs = new Map(reviewed?.dimensions.map((dimension) => [dimension.id, dimension]));
  const next = nextStage(framework, result);
  const needs = next?.dimension ?? undefined;
  const rows = framework.dimensions.map((dimension) => {
    const score = bounds.get(dimension.id) ?? null;
    return {
      id: dimension.id,
      cells: [
        workingHref ? (
          <a key="name" className="nhsuk-link" href={workingHref(dimension.id)}>
            {dimension.number}. {dimension.name}
          </a>
        ) : (
          `${dimension.number}. ${dimension.name}`
        ),
        <strong key="score">
          {score ? dimensionInFigures(framework, result, score) : "Does not apply"}
        </strong>,
        ...(reviewed ? [scoreInFigures(theirs.get(dimension.id) ?? null, needs)] : []),
        ...(needs === undefined ? [] : [score ? reachedInWords(score, needs) : ""]),
      ],
    };
  });
  const columns = [
    { header: "Dimension" },
    { header: "Score" },
    ...(reviewed ? [{ header: "At the reviewer's levels" }] : []),
    ...(needs === undefined ? [] : [{ header: `Needs ${needs.toFixed(1)}` }]),
  ];
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-one-half">
        <Table
          caption={`Score of each dimension, out of 5${next && needs !== undefined ? `, and what ${next.name} needs` : ""}`}
          captionSize="s"
          columns={columns}
          rows={rows}
          // On a phone three columns stand beside each other, a fourth does not.
          layout={reviewed ? "stack" : "scroll"}
        />
      </div>
      <div className="nhsuk-grid-column-one-half">
        <Figure
          id={`${setting}-dimensions-drawing`}
          caption="The dimensions at a glance"
          summary="The score of each dimension from 1 at the centre to 5 at the edge. The table beside it has the figures."
          width="half"
          draw={(options) =>
            radar(
              {
                axes: axesOf(framework, bounds, theirs, needs),
                name,
                ...(reviewed && { comparisonName: "At the reviewer's levels" }),
              },
              options,
            )
          }
        />
      </div>
    </div>
  );
}

function reachedInWords({ low, high }: Bounds, needs: number): string {
  if (low >= needs) return "Reached";
  return high >= needs ? "Still open" : "Not reached";
}

/** The figures as they are shown, so that drawing and table never differ by a rounding. */
function axesOf(
  framework: Framework,
  bounds: ReadonlyMap<string, Bounds>,
  theirs: ReadonlyMap<string, Bounds>,
  needs: number | undefined,
) {
  return framework.dimensions.map(({ id, number, name }) => {
    const score = bounds.get(id);
    const other = theirs.get(id);
    return {
      key: number,
      label: name,
      low: score ? Number(shownScore(score.low, needs)) : null,
      high: score ? Number(shownScore(score.high, needs)) : null,
      comparison: other ? Number(shownScore(other.low, needs)) : null,
    };
  });
}
