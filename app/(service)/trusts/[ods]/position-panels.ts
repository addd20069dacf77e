import type { CurrentPosition, TrustOverview } from "@/lib/data/trust-overview";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { settingName } from "@/lib/framework/setting-names";
import { resultsPath } from "@/lib/http/addresses";
import type { RoundChange } from "@/lib/report/change";
import { type Completeness, completenessOf } from "@/lib/report/completeness";
import { toldResult } from "@/lib/report/told-result";
import { changeSince } from "@/lib/report/score-trend";
import type { Result } from "@/lib/scoring/result";

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
  /** The change since the round that was signed off before; null where there was none. */
  change: { since: string; compared: RoundChange | null } | null;
};

/** A panel per care setting: the current position of an open round, else the last one that was signed off. */
export function positionsOf(
  { current, signedOff }: TrustOverview,
  view: { showSensitive: boolean },
): Position[] {
  const [last, before] = signedOff;
  if (current) {
    const { assessment, framework, results, completeness } = current;
    return panels(assessment.id, assessment.careSettings, framework, { results, completeness }, last, view);
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
    view,
  );
}

function panels(
  assessmentId: string,
  settings: readonly CareSetting[],
  framework: Framework,
  { results, completeness }: Pick<CurrentPosition, "results" | "completeness">,
  earlier: TrustOverview["signedOff"][number] | undefined,
  view: { showSensitive: boolean },
): Position[] {
  return settings.flatMap((setting) => {
    const whole = results[setting];
    if (!whole) return [];
    const { result, safeguards } = toldResult(framework, setting, whole, view);
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
        change: changeOf(earlier, framework, setting, result),
      },
    ];
  });
}

/** On what may be compared, whichever framework versions the two rounds asked (rules, 9). */
function changeOf(
  earlier: TrustOverview["signedOff"][number] | undefined,
  framework: Framework,
  setting: CareSetting,
  result: Result,
): Position["change"] {
  const before = earlier?.snapshot.results[setting];
  if (!earlier || !before) return null;
  const compared = changeSince(
    setting,
    { framework: earlier.framework, result: before },
    { framework, result },
  );
  return { since: earlier.snapshot.round, compared };
}
