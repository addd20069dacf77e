import { z } from "zod";
import { organisationKinds } from "@/lib/access/organisation-kind";
import type { OrganisationRecord } from "@/lib/access/organisation-record";
import { careSettingSchema } from "@/lib/framework/schema";
import { readTogether } from "@/lib/http/read-fields";
import { dayTyped } from "@/lib/http/typed-day";

const part = z.string().trim().max(10).default("");
const code = z.string().trim().toUpperCase().max(12, "The code must be 12 characters or fewer").default("");
const NO_DAY = "Enter a real date, such as 1 4 2001, or leave all three boxes empty";

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
    "openedOn-day": part,
    "openedOn-month": part,
    "openedOn-year": part,
    "closedOn-day": part,
    "closedOn-month": part,
    "closedOn-year": part,
  }),
  (typed, wrong): OrganisationRecord => {
    const day = (name: "openedOn" | "closedOn") => {
      const [on, month, year] = [typed[`${name}-day`], typed[`${name}-month`], typed[`${name}-year`]];
      const date = dayTyped({ day: on, month, year });
      if (date === undefined) wrong(name, NO_DAY);
      return date ?? null;
    };
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
      openedOn: day("openedOn"),
      closedOn: day("closedOn"),
    };
  },
);
