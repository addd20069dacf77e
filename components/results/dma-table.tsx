import { Table } from "@/components/nhs/table";
import type { PillarScore } from "@/lib/report/board-scores";
import { DMA_2025_LABEL, DMA_2025_SOURCE } from "@/lib/report/dma-2025";
import { differenceInWords, type DmaRow } from "@/lib/report/dma-comparison";

type Props = {
  caption: string;
  rows: readonly DmaRow[];
  /** Where our pillars open up to the capabilities that make them. */
  oursHref: string;
  /** The pillars with what was published for England that year; null where nothing was. */
  published: readonly PillarScore[] | null;
};

/** Official pillar scores beside ours, what lies far apart with its sentence, and England beside both. */
export function DmaTable({ caption, rows, oursHref, published }: Props) {
  const england = new Map(published?.map((pillar) => [pillar.id, pillar.published]));
  const apart = rows.filter((row) => row.apart);
  return (
    <>
      <Table
        caption={caption}
        captionSize="m"
        columns={[
          { header: "Pillar" },
          { header: "Ours" },
          { header: "Official DMA" },
          { header: "Official is" },
          ...(published ? [{ header: "England, median" }, { header: "England, middle half" }] : []),
        ]}
        rows={rows.map(({ pillar, name, ours, official, difference }) => ({
          id: pillar,
          cells: [
            name,
            ours === null ? (
              "–"
            ) : (
              <a key="ours" className="nhsuk-link" href={oursHref}>
                {ours}
                <span className="nhsuk-u-visually-hidden">, how our score for {name} comes about</span>
              </a>
            ),
            official ?? "–",
            difference === null ? "–" : differenceInWords(difference),
            ...(published
              ? [england.get(pillar)?.median ?? "–", england.get(pillar)?.middleHalf ?? "–"]
              : []),
          ],
        }))}
      />
      {published && (
        <p className="nhsuk-body-s">
          England: {DMA_2025_LABEL}. {DMA_2025_SOURCE}.
        </p>
      )}
      <h3 className="nhsuk-heading-s">More than half a level apart</h3>
      {apart.length === 0 ? (
        <p>None.</p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {apart.map(({ pillar, name, difference, remark }) => (
            <li key={pillar}>
              {name}: the official score is {differenceInWords(difference ?? 0)}.{" "}
              {remark || "Nobody has said why yet."}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
