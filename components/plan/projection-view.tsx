import { Figure } from "@/components/charts/figure";
import { Table } from "@/components/nhs/table";
import { KeptScores } from "@/components/results/kept-scores";
import { type TrendPoint, trend } from "@/lib/charts/trend";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import type { PlannedAction } from "@/lib/plan/action";
import { projected } from "@/lib/plan/projected";
import { dayInWords } from "@/lib/report/plan-words";
import { drawnAs, keptIn, keptPoints, type KeptResults } from "@/lib/report/score-trend-points";
import { distanceInWords, overallInFigures, stageInWords } from "@/lib/report/stage-words";
import { toldResult } from "@/lib/report/told-result";
import type { Answers } from "@/lib/scoring/answers";

type Props = {
  ground: {
    framework: Framework;
    answers: Partial<Record<CareSetting, Answers>>;
    rows: readonly StoredAnswer[];
    actions: readonly PlannedAction[];
    unnamed: readonly PlannedAction[];
    snapshots: readonly KeptResults[];
    signedOff: boolean;
    showSensitive: boolean;
  };
  setting: CareSetting;
  today: string;
  asked: string | null;
};

/** One care setting: how its score went, and where the plan takes it, drawn and as a table. */
export function ProjectionView({ ground, setting, today, asked }: Props) {
  const { framework, answers: all, rows, actions, unnamed, snapshots } = ground;
  const answers = all[setting];
  const name = settingName(framework, setting);
  if (!answers) return null;
  const points = projected({ framework, setting, answers, rows, actions, unnamed }, { today, asked }).map(
    (point) => ({ ...point, result: toldResult(framework, setting, point.result, ground).result }),
  );
  const kept = keptIn(setting, snapshots);
  return (
    <section aria-labelledby={`${setting}-projection`}>
      <h2 className="nhsuk-heading-l" id={`${setting}-projection`}>
        {name}
      </h2>
      <Figure
        id={`${setting}-projected`}
        caption={`${name}: overall score so far, and with the plan`}
        summary="The overall score, from 1 to 5. Squares on the broken line are what the plan would bring by their day. The tables below have the figures."
        width="full"
        draw={(options) => trend([...keptPoints(setting, kept), ...ahead(ground, points)], options)}
      />
      <Table
        caption={`${name}: with the plan`}
        columns={["Day", "Due by then", "Stage", "Score", "Distance"].map((header) => ({ header }))}
        rows={points.map(({ day, due, result }, index) => ({
          id: day,
          cells: [
            index === 0 ? `${ground.signedOff ? "Signed off" : "Today"}` : dayInWords(day),
            index === 0 ? "–" : due === 1 ? "1 action" : `${due} actions`,
            stageInWords(framework, result),
            overallInFigures(result),
            distanceInWords(framework, result),
          ],
        }))}
      />
      {points.length === 1 && <p>No action ahead names anything that this care setting does not meet yet.</p>}
      {kept.length > 0 && <KeptScores caption={`${name}: so far`} setting={setting} kept={kept} />}
    </section>
  );
}

/** What the plan would bring, drawn at the figures of the table. */
function ahead({ signedOff }: Props["ground"], points: ReturnType<typeof projected>): TrendPoint[] {
  return points.flatMap(({ day, result }, index): TrendPoint[] => {
    // What was signed off is drawn already, on its own day.
    if (!result.overall || (index === 0 && signedOff)) return [];
    const { low, high } = drawnAs(result.overall, overallInFigures(result));
    return [
      {
        at: day,
        low,
        high: index === 0 ? high : low,
        label: index === 0 ? "Today" : dayInWords(day),
        kind: index === 0 ? "checkpoint" : "projected",
      },
    ];
  });
}
