import { Figure } from "@/components/charts/figure";
import { Table } from "@/components/nhs/table";
import { type TrendPoint, trend } from "@/lib/charts/trend";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import type { PlannedAction } from "@/lib/plan/action";
import { projected } from "@/lib/plan/projected";
import { dateInWords, isoDate } from "@/lib/report/dates";
import { dayInWords } from "@/lib/report/plan-words";
import { distanceInWords, overallInFigures, scoreInFigures, stageInWords } from "@/lib/report/stage-words";
import { toldResult } from "@/lib/report/told-result";
import type { Answers } from "@/lib/scoring/answers";
import type { Result } from "@/lib/scoring/result";

type Kept = {
  kind: "sign_off" | "checkpoint";
  name: string;
  round: string;
  frameworkVersion: string;
  at: Date;
  results: Partial<Record<CareSetting, Result>>;
};

type Props = {
  ground: {
    framework: Framework;
    answers: Partial<Record<CareSetting, Answers>>;
    rows: readonly StoredAnswer[];
    actions: readonly PlannedAction[];
    unnamed: readonly PlannedAction[];
    snapshots: readonly Kept[];
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
  const kept = snapshots
    .filter(({ results }) => results[setting]?.overall)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
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
        draw={(options) => trend([...soFar(setting, kept), ...ahead(ground, points)], options)}
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
            overallInFigures(framework, result),
            distanceInWords(framework, result),
          ],
        }))}
      />
      {points.length === 1 && <p>No action ahead names anything that this care setting does not meet yet.</p>}
      {kept.length > 0 && (
        <Table
          caption={`${name}: so far`}
          columns={["What", "When", "Score"].map((header) => ({ header }))}
          rows={kept.map(({ kind, round, name: what, at, results }) => ({
            id: at.toISOString(),
            cells: [
              kind === "sign_off" ? `Round ${round}, signed off` : `${what}, not signed off`,
              dateInWords(at),
              scoreInFigures(results[setting]?.overall ?? null),
            ],
          }))}
        />
      )}
    </section>
  );
}

/** What was kept so far; the line breaks where the framework changed, since figures on both sides do not compare. */
function soFar(setting: CareSetting, kept: readonly Kept[]): TrendPoint[] {
  return kept.flatMap(({ kind, round, at, results, frameworkVersion }, index): TrendPoint[] => {
    const overall = results[setting]?.overall;
    if (!overall) return [];
    const before = kept[index - 1];
    const changed = before && before.frameworkVersion !== frameworkVersion;
    return [
      {
        at: isoDate(at),
        low: overall.low,
        high: overall.high,
        label: kind === "sign_off" ? round : dateInWords(at),
        kind: kind === "sign_off" ? "signed_off" : "checkpoint",
        ...(changed && { breakBefore: `Framework ${frameworkVersion}` }),
      },
    ];
  });
}

function ahead({ signedOff }: Props["ground"], points: ReturnType<typeof projected>): TrendPoint[] {
  return points.flatMap(({ day, result }, index): TrendPoint[] => {
    // What was signed off is drawn already, on its own day.
    if (!result.overall || (index === 0 && signedOff)) return [];
    const { low, high } = result.overall;
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
