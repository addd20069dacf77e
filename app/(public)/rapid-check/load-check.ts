import { cache } from "react";
import { currentFrameworkVersion, getFramework } from "@/lib/data/frameworks";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { settingAsked } from "../frameworks/load-framework";
import { readLevels, type Query, type ReadLevels } from "./chosen-levels";
import { questionsOf, type Question } from "./questions";

/** The questions of the rapid check and the framework they give a first look at; both as a new round would use them. */
export const loadCheck = cache(async (): Promise<{ check: Framework; full: Framework }> => {
  const newest = async (id: string) => getFramework(id, await currentFrameworkVersion(id));
  const [check, full] = await Promise.all([newest("rapid-check"), newest("nhs-trust")]);
  return { check, full };
});

/** What a person is asked for whose address names no care setting that exists. */
export const SETTING_MISSING = "Choose the care setting you want to look at";

export type AskedCheck = {
  check: Framework;
  full: Framework;
  /** Null where none was chosen, or none that exists. */
  setting: CareSetting | null;
  /** True where a setting was named that does not exist. */
  unknownSetting: boolean;
  questions: Question[];
  levels: ReadLevels;
};

/** What an address of the rapid check asks for. */
export async function askedCheck(query: Query): Promise<AskedCheck> {
  const { check, full } = await loadCheck();
  const asked = settingAsked(check, query.setting);
  const setting = asked ?? null;
  const questions = questionsOf(check, setting);
  return {
    check,
    full,
    setting,
    unknownSetting: asked === undefined,
    questions,
    levels: readLevels(query, questions),
  };
}
