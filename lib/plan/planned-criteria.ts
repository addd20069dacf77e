import { servingAnswers } from "@/lib/assessment/answers-for-setting";
import type { AnswerScope } from "@/lib/assessment/scopes";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import { appliesIn, findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { PlannedCriteria } from "@/lib/scoring/projection";
import { isLate, isOpen, type PlannedAction } from "./action";

/**
 * What the open actions of a plan will have met in a care setting, and by when, for the projection (scoring rules, 8).
 * An action for the whole trust serves a setting unless that has an answer of its own. Late actions are left out until
 * they have a new date: nobody knows when. Finished ones too: what they met is in the answers, once it was confirmed.
 */
export function plannedFor(
  framework: Framework,
  setting: CareSetting,
  rows: readonly StoredAnswer[],
  actions: readonly PlannedAction[],
  today: string,
): PlannedCriteria[] {
  const serving = servingAnswers(framework, setting, rows);
  const scopeOf = (capabilityId: string): AnswerScope | null => {
    const capability = findCapability(framework, capabilityId);
    if (!capability || !appliesIn(capability, setting)) return null;
    if (serving.get(capabilityId)?.scope === setting) return setting;
    return capability.scope === "organisation" ? "organisation" : setting;
  };
  return actions
    .filter((action) => isOpen(action) && !isLate(action, today))
    .map(({ dueOn, serves }) => ({
      by: dueOn,
      criteria: serves
        .filter(({ capabilityId, scope }) => scopeOf(capabilityId) === scope)
        .flatMap(({ criteria }) => criteria),
    }));
}
