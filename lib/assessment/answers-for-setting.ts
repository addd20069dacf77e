import { appliesIn, capabilitiesOf } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import { scoringAnswer, type StoredAnswer } from "./stored-answer";

/**
 * The answer that counts for each capability in a care setting, by capability id: the setting's own unless it was
 * taken back, else the organisation's (scoring rules, 1).
 */
export function servingAnswers(
  framework: Framework,
  setting: CareSetting,
  rows: readonly StoredAnswer[],
): Map<string, StoredAnswer> {
  const own = new Map<string, StoredAnswer>();
  const shared = new Map<string, StoredAnswer>();
  for (const row of rows) {
    if (row.withdrawn) continue;
    if (row.scope === setting) own.set(row.capabilityId, row);
    else if (row.scope === "organisation") shared.set(row.capabilityId, row);
  }
  const serving = new Map<string, StoredAnswer>();
  for (const capability of capabilitiesOf(framework)) {
    if (!appliesIn(capability, setting)) continue;
    const answer = own.get(capability.id) ?? shared.get(capability.id);
    if (answer) serving.set(capability.id, answer);
  }
  return serving;
}

/** The answers of one care setting, as the scoring engine takes them. */
export function answersFor(
  framework: Framework,
  setting: CareSetting,
  rows: readonly StoredAnswer[],
): Answers {
  const serving = servingAnswers(framework, setting, rows);
  return new Map([...serving].map(([id, answer]) => [id, scoringAnswer(answer)]));
}
