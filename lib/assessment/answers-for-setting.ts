import { appliesIn, capabilitiesOf } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Answers, ScoringAnswer } from "@/lib/scoring/answers";
import { scoringAnswer, type StoredAnswer } from "./stored-answer";

/**
 * The answers of one care setting, as the scoring engine takes them: the setting's own answer unless it was
 * taken back, else the organisation's (scoring rules, 1).
 */
export function answersFor(
  framework: Framework,
  setting: CareSetting,
  rows: readonly StoredAnswer[],
): Answers {
  const own = new Map<string, StoredAnswer>();
  const shared = new Map<string, StoredAnswer>();
  for (const row of rows) {
    if (row.withdrawn) continue;
    if (row.scope === setting) own.set(row.capabilityId, row);
    else if (row.scope === "organisation") shared.set(row.capabilityId, row);
  }
  const answers = new Map<string, ScoringAnswer>();
  for (const capability of capabilitiesOf(framework)) {
    if (!appliesIn(capability, setting)) continue;
    const answer = own.get(capability.id) ?? shared.get(capability.id);
    if (answer) answers.set(capability.id, scoringAnswer(answer));
  }
  return answers;
}
