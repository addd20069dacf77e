import type { QuestionSpread } from "@/lib/assessment/voice";
import { capabilitiesOf } from "@/lib/framework/find";
import type { Capability, CareSetting, Framework } from "@/lib/framework/schema";
import { titleIn } from "./findings";

/** How colleagues see one capability of a care setting, in words. */
export type ShownSpread = {
  capabilityId: string;
  scope: string;
  title: string;
  views: number;
  /** "2 to 4", or that it does not apply. */
  levels: string;
  /** Two or more levels apart, or some say it does not apply. */
  farApart: boolean;
  /** An answer was agreed since the last view. */
  settled: boolean;
};

/**
 * Where colleagues gave views of what serves a care setting, in framework order. `scopeOf` tells where the answer behind
 * a capability's figures is given: views of another scope are of another question.
 */
export function shownSpreads(
  framework: Framework,
  setting: CareSetting,
  spreads: readonly QuestionSpread[],
  scopeOf: (capability: Capability) => string,
): ShownSpread[] {
  return capabilitiesOf(framework).flatMap((capability) => {
    const found = spreads.find(
      (one) => one.capabilityId === capability.id && one.scope === scopeOf(capability),
    );
    if (!found) return [];
    const { capabilityId, scope, views, settled, spread } = found;
    return [
      {
        capabilityId,
        scope,
        title: titleIn(capability, setting),
        views,
        settled,
        levels: levelsInWords(found),
        farApart: spread?.farApart ?? false,
      },
    ];
  });
}

function levelsInWords({ spread, views, notApplicable }: QuestionSpread): string {
  if (!spread) return "Does not apply";
  const { lowest, highest } = spread;
  const levels = lowest === highest ? `Level ${lowest}` : `Level ${lowest} to ${highest}`;
  return notApplicable === 0 ? levels : `${levels}; ${notApplicable} of ${views} say it does not apply`;
}
