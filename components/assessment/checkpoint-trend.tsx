import { Figure } from "@/components/charts/figure";
import { KeptScores } from "@/components/results/kept-scores";
import { trend } from "@/lib/charts/trend";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { keptIn, keptPoints, type KeptResults } from "@/lib/report/score-trend-points";

type Props = { framework: Framework; setting: CareSetting; snapshots: readonly KeptResults[] };

/** The score of one care setting over time: what was signed off filled, checkpoints hollow, a break between versions. */
export function CheckpointTrend({ framework, setting, snapshots }: Props) {
  const kept = keptIn(setting, snapshots);
  const name = settingName(framework, setting);
  return (
    <>
      <Figure
        id={`${setting}-checkpoints`}
        caption={`${name}: signed-off rounds and checkpoints`}
        summary="The overall score, from 1 to 5. Hollow points are checkpoints, which are not signed off. The table below has the figures."
        width="full"
        draw={(options) => trend(keptPoints(setting, kept), options)}
      />
      <KeptScores caption={`${name}: figures`} setting={setting} kept={kept} />
    </>
  );
}
