import { appliesIn } from "@/lib/framework/find";
import {
  capabilityPlaces,
  criterionPlaces,
  problemAt,
  type ContentRule,
  type Keys,
} from "@/lib/framework/content-rules/places";
import type { Problem } from "@/lib/framework/problem";
import type { CareSetting } from "@/lib/framework/schema";

/** Wording for a care setting in which the capability or criterion does not apply is a slip: nobody sees it. */
export const wordingNobodyReads: ContentRule = (framework) => [
  ...capabilityPlaces(framework).flatMap(({ capability, at }) =>
    unread(capability.wording, at, (setting) => appliesIn(capability, setting)),
  ),
  ...criterionPlaces(framework).flatMap(({ criterion, capability, at }) =>
    unread(
      criterion.wording,
      at,
      (setting) => appliesIn(criterion, setting) && appliesIn(capability, setting),
    ),
  ),
];

function unread(
  wording: Partial<Record<CareSetting, unknown>>,
  at: Keys,
  applies: (setting: CareSetting) => boolean,
): Problem[] {
  return (Object.keys(wording) as CareSetting[])
    .filter((setting) => !applies(setting))
    .map((setting) =>
      problemAt([...at, "wording", setting], `does not apply in ${setting}: nobody reads this`),
    );
}
