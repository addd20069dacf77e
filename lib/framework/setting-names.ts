import { organisationWord } from "./organisation-word";
import type { CareSetting, Framework } from "./schema";

/** The name of a care setting as the framework writes it, "Mental health". */
export function settingName(framework: Framework, setting: string): string {
  return framework.careSettings.find(({ id }) => id === setting)?.name ?? setting;
}

/** The name of an answer's scope: "Whole trust" ("Whole practice"), or the care setting. */
export function scopeName(framework: Framework, scope: string): string {
  return scope === "organisation" ? `Whole ${organisationWord(framework)}` : settingName(framework, scope);
}

/** The names of care settings where no framework is at hand, before a round has one. */
export const careSettingNames: Readonly<Record<CareSetting, string>> = {
  acute: "Acute",
  mental_health: "Mental health",
  community: "Community",
  ambulance: "Ambulance",
  specialist: "Specialist",
  practice: "General practice",
};
