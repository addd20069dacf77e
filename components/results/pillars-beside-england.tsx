import { Figure } from "@/components/charts/figure";
import { Table } from "@/components/nhs/table";
import { bars } from "@/lib/charts/bars";
import type { CareSetting } from "@/lib/framework/schema";
import { organisationWord } from "@/lib/framework/organisation-word";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";
import type { SignedResult } from "@/lib/report/board-panel";
import { DMA_2025_LABEL, DMA_2025_SOURCE, dmaFiguresFor, type DmaFigures } from "@/lib/report/dma-2025";
import { groupingOf } from "@/lib/report/grouping";
import { pillarsOf } from "@/lib/report/pillars";
import { scoreInFigures } from "@/lib/report/stage-words";
import { shownScore } from "@/lib/scoring/shown";

type Props = { setting: CareSetting; latest: SignedResult; headingId: string };

/** The pillars of a care setting, beside what was published for England; the table first, then the drawing. */
export function PillarsBesideEngland({ setting, latest, headingId }: Props) {
  const { framework, result, round, assessmentId } = latest;
  const name = settingName(framework, setting);
  const england = dmaFiguresFor(setting);
  const grouping = groupingOf(framework);
  const pillars = pillarsOf(framework, result);
  const results = `${resultsPath(assessmentId, setting)}#pillars`;
  return (
    <>
      <h2 className="nhsuk-heading-l" id={headingId}>
        {name}
      </h2>
      <Table
        caption={`${name}: ${grouping.heading}, ${round}, out of 5`}
        captionSize="s"
        columns={[
          { header: grouping.one },
          { header: `This ${organisationWord(framework)}` },
          ...(england ? [{ header: "DMA 2025 median" }, { header: "DMA 2025 middle half" }] : []),
        ]}
        rows={pillars.map(({ id, name: pillar, bounds }) => ({
          id,
          cells: [
            <a key="pillar" className="nhsuk-link" href={results}>
              {pillar}
            </a>,
            <strong key="score">{bounds ? scoreInFigures(bounds) : "Does not apply"}</strong>,
            ...(england ? publishedCells(england, id) : []),
          ],
        }))}
      />
      {england && (
        <p className="nhsuk-body-s">
          {DMA_2025_LABEL}. {ofWhom(england, setting)} {DMA_2025_SOURCE}.
        </p>
      )}
      <Figure
        id={`${setting}-pillars`}
        caption={`${name}: ${grouping.heading}, at a glance`}
        summary="A bar for each group from 0 to 5. The table above has the figures."
        width="full"
        draw={(options) =>
          bars(
            pillars.map(({ name: pillar, bounds }) => ({
              label: pillar,
              low: bounds && Number(shownScore(bounds.low)),
              high: bounds && Number(shownScore(bounds.high)),
            })),
            options,
          )
        }
      />
    </>
  );
}

function publishedCells({ pillars }: DmaFigures, id: string): string[] {
  const spread = pillars.get(id);
  if (!spread) return ["–", "–"];
  return [shownScore(spread.median), `${shownScore(spread.p25)} to ${shownScore(spread.p75)}`];
}

function ofWhom({ of, returns }: DmaFigures, setting: CareSetting): string {
  const whose = of === setting ? `${returns} returns.` : `The figures are of ${returns} acute returns.`;
  return whose;
}
