import { appliesIn, capabilitiesOf, dimensionOf } from "@/lib/framework/find";
import type { CareSetting, Framework, Level } from "@/lib/framework/schema";
import { criteriaForLevel } from "@/lib/scoring/answers";
import type { Chosen } from "@/lib/scoring/estimate";
import type { CarriedAnswer } from "./carry-forward";
import { settingsServed, type AnswerScope } from "./scopes";
import type { StoredAnswer } from "./stored-answer";

/** A rapid check that is taken into a full assessment: for which care setting, and the level of each dimension. */
export type RapidCheck = { setting: CareSetting; chosen: Chosen };

type Existing = Pick<StoredAnswer, "capabilityId" | "scope" | "withdrawn">;

/**
 * What a rapid check can say in a full assessment: each capability that applies in its care setting and that nobody
 * has answered, at the level chosen for its dimension, in the scope it is answered in. All to be confirmed.
 */
export function rapidCheckAnswers(
  framework: Framework,
  careSettings: readonly CareSetting[],
  { setting, chosen }: RapidCheck,
  existing: readonly Existing[],
): CarriedAnswer[] {
  return capabilitiesOf(framework).flatMap((capability): CarriedAnswer[] => {
    const dimension = dimensionOf(framework, capability.id);
    const level = dimension && chosen.get(dimension.id);
    if (!level || !careSettings.includes(setting) || !appliesIn(capability, setting)) return [];
    const scope: AnswerScope = capability.scope === "organisation" ? "organisation" : setting;
    const answered = existing.some(
      (row) =>
        row.capabilityId === capability.id &&
        (row.scope === scope || (row.scope === setting && !row.withdrawn)),
    );
    if (answered) return [];
    const served = settingsServed(capability, careSettings, scope);
    return [
      {
        capabilityId: capability.id,
        scope,
        criteria: criteriaForLevel(capability, level, served),
        notApplicable: null,
        note: noteOf(dimension.name, level),
        confidence: "low",
      },
    ];
  });
}

/** Says where the answer came from to whoever confirms it, and to a reviewer afterwards. */
function noteOf(dimension: string, level: Level): string {
  return `From a rapid check, which put the whole of ${dimension} at level ${level}.`;
}
