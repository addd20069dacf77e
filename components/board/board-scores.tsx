import { Figure } from "@/components/charts/figure";
import { Details } from "@/components/nhs/details";
import { Table } from "@/components/nhs/table";
import { radar } from "@/lib/charts/radar";
import type { BoardPanel } from "@/lib/report/board-panel";
import { type BoardScores, ofWhom } from "@/lib/report/board-scores";
import { DMA_2025_LABEL, DMA_2025_SOURCE, DMA_2025_WORDS } from "@/lib/report/dma-2025";
import { notShownInWords } from "@/lib/report/sensitive-groups";
import { organisationWord } from "@/lib/framework/organisation-word";
import { shownScore } from "@/lib/scoring/shown";

type Props = { panel: BoardPanel; scores: BoardScores };

/** Pillars beside what was published for England, the table first and the drawing second; then the dimensions. */
export function BoardScoresView({ panel, scores }: Props) {
  const { setting, name, latest } = panel;
  const { dimensions, pillars, england } = scores;
  const needs = dimensions.find((dimension) => dimension.needs !== null)?.needs ?? null;
  return (
    <>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-one-half">
          <Table
            caption={`${name}: ${pillars.heading}, ${latest.round}, out of 5`}
            captionSize="s"
            columns={[
              { header: pillars.one },
              { header: `This ${organisationWord(latest.framework)}` },
              ...(england ? [{ header: "DMA 2025 median" }, { header: "DMA 2025 middle half" }] : []),
            ]}
            rows={pillars.rows.map(({ id, name: pillar, score, published }) => ({
              id,
              cells: [
                pillar,
                <strong key="score">{score}</strong>,
                ...(england ? [published?.median ?? "–", published?.middleHalf ?? "–"] : []),
              ],
            }))}
          />
          {pillars.notShown > 0 && <p className="nhsuk-body-s">{notShownInWords(pillars.notShown)}.</p>}
          {england && (
            <p className="nhsuk-body-s">
              {DMA_2025_LABEL}. {DMA_2025_WORDS}. {ofWhom(england, setting)}. {DMA_2025_SOURCE}.
            </p>
          )}
        </div>
        <div className="nhsuk-grid-column-one-half">
          <Figure
            id={`${setting}-pillars`}
            caption={`${name}: ${pillars.heading}, at a glance`}
            summary="Each score from 1 at the centre to 5 at the edge. The table beside it has the figures."
            width="half"
            draw={(options) => radar(radarOf(panel, pillars.rows), options)}
          />
        </div>
      </div>
      <Details summary={`The ${dimensions.length} dimensions behind it`}>
        <Table
          caption={`${name}: dimensions, ${latest.round}, out of 5`}
          captionSize="s"
          columns={[
            { header: "Dimension" },
            { header: "Score" },
            ...(needs === null ? [] : [{ header: `${panel.next} needs ${needs.toFixed(1)}` }]),
          ]}
          rows={dimensions.map(({ id, number, name: dimension, score, bounds, reached }) => ({
            id,
            cells: [
              `${number}. ${dimension}`,
              <strong key="score">{score}</strong>,
              ...(needs === null ? [] : [bounds ? (reached ? "Reached" : "Not reached") : ""]),
            ],
          }))}
        />
      </Details>
    </>
  );
}

function radarOf({ latest }: BoardPanel, rows: BoardScores["pillars"]["rows"]) {
  const england = rows.some(({ published }) => published);
  return {
    name: latest.round,
    ...(england && { comparisonName: "DMA 2025 median, a different instrument" }),
    axes: rows.map(({ id, name, bounds, published }) => ({
      key: id,
      label: name,
      low: bounds && Number(shownScore(bounds.low)),
      high: bounds && Number(shownScore(bounds.high)),
      comparison: published ? Number(published.median) : null,
    })),
  };
}
