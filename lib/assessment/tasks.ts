import { capabilitiesOf } from "@/lib/framework/find";
import type { Capability, CareSetting, Framework } from "@/lib/framework/schema";
import { differsHere, scopesOf, settingsServed, type AnswerScope } from "./scopes";
import { answerStatus, type AnswerStatus } from "./status";
import type { StoredAnswer } from "./stored-answer";

/** One thing to answer: a capability in one scope, with where it stands. */
export type Task = {
  capability: Capability;
  scope: AnswerScope;
  /** The care settings this answer serves. */
  settings: CareSetting[];
  status: AnswerStatus;
  answer: StoredAnswer | undefined;
};

/**
 * Everything an assessment has to answer, in framework order: organisation-wide capabilities once, others once
 * for each care setting where they apply, and a setting's own answer where it "differs here".
 */
export function tasksOf(
  framework: Framework,
  careSettings: readonly CareSetting[],
  rows: readonly StoredAnswer[],
): Task[] {
  const answers = new Map(rows.map((row) => [`${row.capabilityId} ${row.scope}`, row]));
  return capabilitiesOf(framework).flatMap((capability) => {
    const scopes = [...scopesOf(capability, careSettings), ...ownScopes(capability, careSettings, answers)];
    return scopes.map((scope) => {
      const settings = settingsServed(capability, careSettings, scope);
      const answer = answers.get(`${capability.id} ${scope}`);
      return { capability, scope, settings, answer, status: answerStatus(capability, settings, answer) };
    });
  });
}

function ownScopes(
  capability: Capability,
  careSettings: readonly CareSetting[],
  answers: ReadonlyMap<string, StoredAnswer>,
): CareSetting[] {
  return careSettings.filter((setting) => {
    if (!differsHere(capability, setting)) return false;
    const own = answers.get(`${capability.id} ${setting}`);
    return own !== undefined && !own.withdrawn;
  });
}
