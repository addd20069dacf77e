import { Figure } from "@/components/charts/figure";
import { Table } from "@/components/nhs/table";
import { trend } from "@/lib/charts/trend";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { dateInWords, isoDate } from "@/lib/report/dates";
import { scoreInFigures } from "@/lib/report/stage-words";
import type { Result } from "@/lib/scoring/result";

type Kept = {
  id: string;
  kind: "sign_off" | "checkpoint";
  name: string;
  round: string;
  frameworkVersion: string;
  at: Date;
  results: Partial<Record<CareSetting, Result>>;
};

type Props = { framework: Framework; setting: CareSetting; snapshots: readonly Kept[] };

/** The score of one care setting over time: what was signed off filled, checkpoints hollow, a break between versions. */
export function CheckpointTrend({ framework, setting, snapshots }: Props) {
  const kept = snapshots
    .filter(({ results }) => results[setting]?.overall)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const name = settingName(framework, setting);
  const points = kept.flatMap(({ at, kind, round, results, frameworkVersion }, index) => {
    const overall = results[setting]?.overall;
    if (!overall) return [];
    const before = kept[index - 1];
    return [
      {
        at: isoDate(at),
        label: kind === "sign_off" ? round : dateInWords(at),
        low: overall.low,
        high: overall.high,
        kind: kind === "sign_off" ? ("signed_off" as const) : ("checkpoint" as const),
        ...(before &&
          before.frameworkVersion !== frameworkVersion && { breakBefore: `Framework ${frameworkVersion}` }),
      },
    ];
  });
  return (
    <>
      <Figure
        id={`${setting}-checkpoints`}
        caption={`${name}: signed-off rounds and checkpoints`}
        summary="The overall score, from 1 to 5. Hollow points are checkpoints, which are not signed off. The table below has the figures."
        width="full"
        draw={(options) => trend(points, options)}
      />
      <Table
        caption={`${name}: figures`}
        columns={["What", "When", "Score"].map((header) => ({ header }))}
        rows={kept.map(({ id, kind, name: what, round, at, results }) => ({
          id,
          cells: [
            kind === "sign_off" ? `Round ${round}, signed off` : `${what}, not signed off`,
            dateInWords(at),
            scoreInFigures(results[setting]?.overall ?? null),
          ],
        }))}
      />
    </>
  );
}
