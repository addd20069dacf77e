import type { CurrentPosition, TrustOverview } from "@/lib/data/trust-overview";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";
import { type Completeness, completenessOf } from "@/lib/report/completeness";
import type { Result } from "@/lib/scoring/result";
import { safeguardsOf } from "@/lib/scoring/safeguards";

/** Where one care setting stands, as its panel on the trust's home shows it. */
export type Position = {
  setting: CareSetting;
  name: string;
  href: string;
  framework: Framework;
  result: Result;
  completeness: Completeness;
  secured: number;
  safeguards: number;
  /** The round whose signed-off result the change is measured from, and the change; null where not comparable. */
  change: { since: string; by: number } | null;
};

/** A panel per care setting: the current position of an open round, else the last one that was signed off. */
export function positionsOf({ current, signedOff }: TrustOverview): Position[] {
  const [last, before] = signedOff;
  if (current) {
    const { assessment, framework, results, completeness } = current;
    return panels(assessment.id, assessment.careSettings, framework, { results, completeness }, last);
  }
  if (!last) return [];
  const { snapshot, framework } = last;
  const settings = Object.keys(snapshot.results) as CareSetting[];
  return panels(
    snapshot.assessmentId,
    settings,
    framework,
    { results: snapshot.results, completeness: {} },
    before,
  );
}

function panels(
  assessmentId: string,
  settings: readonly CareSetting[],
  framework: Framework,
  { results, completeness }: Pick<CurrentPosition, "results" | "completeness">,
  earlier: TrustOverview["signedOff"][number] | undefined,
): Position[] {
  return settings.flatMap((setting) => {
    const result = results[setting];
    if (!result) return [];
    const safeguards = safeguardsOf(framework, setting, result);
    return [
      {
        setting,
        name: settingName(framework, setting),
        href: resultsPath(assessmentId, setting),
        framework,
        result,
        completeness: completeness[setting] ?? completenessOf(result, null),
        secured: safeguards.filter(({ secured }) => secured).length,
        safeguards: safeguards.length,
        change: changeSince(earlier, framework, setting, result),
      },
    ];
  });
}

/** Only within one framework version: headline figures of different versions are never compared (rules, 9). */
function changeSince(
  earlier: TrustOverview["signedOff"][number] | undefined,
  framework: Framework,
  setting: CareSetting,
  result: Result,
): Position["change"] {
  const then = earlier?.snapshot.results[setting]?.overall;
  if (!earlier || !then || !result.overall || earlier.framework.version !== framework.version) return null;
  return { since: earlier.snapshot.round, by: result.overall.low - then.low };
}
