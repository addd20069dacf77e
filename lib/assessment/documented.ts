import { servingAnswers } from "./answers-for-setting";
import { isDocumented, type LinkedEvidence } from "./evidence";
import type { StoredAnswer } from "./stored-answer";
import type { CareSetting, Framework } from "@/lib/framework/schema";

/** The capabilities of a care setting whose serving answer something documented shows on a day. */
export function documentedIn(
  framework: Framework,
  setting: CareSetting,
  rows: readonly StoredAnswer[],
  evidence: readonly LinkedEvidence[],
  today: Date,
): Set<string> {
  const serving = servingAnswers(framework, setting, rows);
  const shown = evidence.filter(
    (item) => isDocumented(item, today) && serving.get(item.capabilityId)?.scope === item.scope,
  );
  return new Set(shown.map(({ capabilityId }) => capabilityId));
}
