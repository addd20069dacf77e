import type { TrendPoint } from "@/lib/charts/trend";
import { dateInWords, isoDate } from "./dates";
import type { TrendEntry } from "./score-trend";
import { overallInFigures } from "./stage-words";

/** A score over time as it is drawn, the oldest first: the figures are those its table shows. */
export function trendPoints(newestFirst: readonly TrendEntry[]): TrendPoint[] {
  return newestFirst.toReversed().flatMap(({ kind, at, round, framework, result, versionChanged }) => {
    if (!result.overall) return [];
    const shown = Number(overallInFigures(framework, result));
    const signed = kind === "sign_off";
    return [
      {
        at: isoDate(at),
        label: signed ? round : dateInWords(at),
        low: Number.isFinite(shown) ? shown : result.overall.low,
        high: Number.isFinite(shown) ? shown : result.overall.high,
        kind: signed ? ("signed_off" as const) : ("checkpoint" as const),
        ...(versionChanged && { breakBefore: `Framework ${framework.version}` }),
      },
    ];
  });
}
