import { z } from "zod";
import { organisationKinds } from "@/lib/access/organisation-kind";
import type { OrganisationRecord } from "@/lib/access/organisation-record";
import { careSettingSchema } from "@/lib/framework/schema";
import { dayBoxes, dayOrNone } from "@/lib/http/day-boxes";
import { readTogether } from "@/lib/http/read-fields";

const code = z.string().trim().toUpperCase().max(12, "The code must be 12 characters or fewer").default("");

/** The fields of the form that adds or corrects an organisation. */
export const organisationFields = readTogether(
  z.object({
    odsCode: code.refine((text) => text !== "", "Enter the code"),
    name: z.string().trim().min(1, "Enter the name").max(200, "The name must be 200 characters or fewer"),
    kind: z.enum(organisationKinds, "Choose what kind of organisation it is"),
    careSettings: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(careSettingSchema, "Choose care settings from the list").max(10),
    ),
    subtype: z.string().trim().max(60, "This must be 60 characters or fewer").default(""),
    regionCode: z.string().default(""),
    icbCode: code,
    successorCode: code,
    ...dayBoxes("openedOn"),
    ...dayBoxes("closedOn"),
  }),
  (typed, wrong): OrganisationRecord => {
    const { odsCode, name, kind, careSettings } = typed;
    return {
      odsCode,
      name,
      kind,
      careSettings,
      subtype: typed.subtype || null,
      regionCode: typed.regionCode || null,
      icbCode: typed.icbCode || null,
      successorCode: typed.successorCode || null,
      openedOn: dayOrNone(typed, "openedOn", wrong, { of: "for when it opened", example: "1 4 2001" }),
      closedOn: dayOrNone(typed, "closedOn", wrong, { of: "for when it closed", example: "1 4 2001" }),
    };
  },
);
