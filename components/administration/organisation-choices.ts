import type { Choice } from "@/components/forms/radios";
import { organisationKindNames, organisationKinds } from "@/lib/access/organisation-kind";
import { regionNames } from "@/lib/access/organisation-record";
import { careSettingNames } from "@/lib/framework/setting-names";

/** The choices of the form that keeps an organisation's record. */
export const organisationChoices = {
  kinds: organisationKinds.map((kind): Choice => ({ value: kind, label: organisationKindNames[kind] })),
  careSettings: Object.entries(careSettingNames).map(([value, label]): Choice => ({ value, label })),
  regions: Object.entries(regionNames).map(([value, name]) => ({ value, text: name })),
};
