import { Table } from "@/components/nhs/table";
import type { GapReport } from "@/lib/report/gap-report";
import { groupingOf } from "@/lib/report/grouping";
import { dimensionInFigures, scoreInFigures } from "@/lib/report/stage-words";
import { SurenessList } from "./sureness-list";

/** Dimensions and pillars in figures, and how sure they are. */
export function ReportScores({ report }: { report: GapReport }) {
  const { framework, result, dimensions, pillars, sureness } = report;
  const grouping = groupingOf(framework);
  return (
    <>
      <Table
        caption="Dimensions, out of 5"
        captionSize="s"
        columns={[{ header: "Dimension" }, { header: "Score" }]}
        rows={dimensions.map(({ dimension, bounds }) => ({
          id: dimension.id,
          cells: [
            `${dimension.number}. ${dimension.name}`,
            bounds ? dimensionInFigures(framework, result, bounds) : "Does not apply",
          ],
        }))}
        layout="scroll"
      />
      <Table
        caption={`${grouping.heading}, out of 5`}
        captionSize="s"
        columns={[{ header: grouping.one }, { header: "Score" }]}
        rows={pillars.map(({ id, name, bounds }) => ({
          id,
          cells: [name, bounds ? scoreInFigures(bounds) : "Does not apply"],
        }))}
        layout="scroll"
      />
      <SurenessList sureness={sureness} />
    </>
  );
}
