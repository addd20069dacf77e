import { Table } from "@/components/nhs/table";
import type { CareSetting } from "@/lib/framework/schema";
import { dateInWords } from "@/lib/report/dates";
import type { KeptResults } from "@/lib/report/score-trend-points";
import { overallInFigures } from "@/lib/report/stage-words";

type Props = { caption: string; setting: CareSetting; kept: readonly KeptResults[] };

/** The scores of one care setting that were kept at sign-offs and checkpoints, as a table. */
export function KeptScores({ caption, setting, kept }: Props) {
  return (
    <Table
      caption={caption}
      columns={["What", "When", "Score"].map((header) => ({ header }))}
      rows={kept.flatMap(({ kind, name, round, at, results }) => {
        const result = results[setting];
        if (!result) return [];
        return [
          {
            id: at.toISOString(),
            cells: [
              kind === "sign_off" ? `Round ${round}, signed off` : `${name}, not signed off`,
              dateInWords(at),
              overallInFigures(result),
            ],
          },
        ];
      })}
    />
  );
}
