import type { TrendPoint } from "@/lib/charts/trend";
import type { CareSetting } from "@/lib/framework/schema";
import type { Bounds, Result } from "@/lib/scoring/result";
import { dateInWords, isoDate } from "./dates";
import type { TrendEntry } from "./score-trend";
import { overallInFigures } from "./stage-words";

/** What a sign-off or a checkpoint kept of each care setting. */
export type KeptResults = {
  kind: "sign_off" | "checkpoint";
  name: string;
  round: string;
  frameworkVersion: string;
  at: Date;
  results: Partial<Record<CareSetting, Result>>;
};

/** A score over time as it is drawn, the oldest first: the figures are those its table shows. */
export function trendPoints(newestFirst: readonly TrendEntry[]): TrendPoint[] {
  return newestFirst.toReversed().flatMap((entry) => {
    const { framework, result, versionChanged } = entry;
    if (!result.overall) return [];
    const shown = drawnAs(result.overall, overallInFigures(result));
    return [pointOf(entry, shown, versionChanged ? framework.version : null)];
  });
}

/** What was kept of a care setting that has a score there, the oldest first. */
export function keptIn<Kept extends KeptResults>(setting: CareSetting, snapshots: readonly Kept[]): Kept[] {
  return snapshots
    .filter(({ results }) => results[setting]?.overall)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/** The same of what was kept of one care setting, the oldest first: the line breaks where the framework changed. */
export function keptPoints(setting: CareSetting, oldestFirst: readonly KeptResults[]): TrendPoint[] {
  return oldestFirst.flatMap((kept, index) => {
    const result = kept.results[setting];
    if (!result?.overall) return [];
    const before = oldestFirst[index - 1]?.frameworkVersion ?? kept.frameworkVersion;
    const shown = drawnAs(result.overall, overallInFigures(result));
    return [pointOf(kept, shown, before === kept.frameworkVersion ? null : kept.frameworkVersion)];
  });
}

/** Where a score is drawn: at the figure it is told as, or at both ends of its range. */
export function drawnAs(overall: Bounds, inFigures: string): Bounds {
  const shown = Number(inFigures);
  return Number.isFinite(shown) ? { low: shown, high: shown } : overall;
}

function pointOf(
  { kind, at, round }: Pick<KeptResults, "kind" | "at" | "round">,
  { low, high }: Bounds,
  changedTo: string | null,
): TrendPoint {
  const signed = kind === "sign_off";
  return {
    at: isoDate(at),
    label: signed ? round : dateInWords(at),
    low,
    high,
    kind: signed ? "signed_off" : "checkpoint",
    ...(changedTo !== null && { breakBefore: `Framework ${changedTo}` }),
  };
}
