import { z } from "zod";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";
import { ASSIGNMENT_TEXT_LIMIT } from "@/lib/assessment/assignment";
import { readTogether } from "@/lib/http/read-fields";
import { dayTyped } from "@/lib/http/typed-day";

const place = { assessmentId: z.string(), capabilityId: z.string(), scope: z.string() };
const part = z.string().trim().max(10).default("");
const LEVELS = { "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, as_it_stands: "as_it_stands" } as const;

/** The fields of each form of the views page, as a browser sends them. */
export const askFields = readTogether(
  z.object({
    ...place,
    people: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.uuid()).min(1, "Choose at least one person").max(100),
    ),
    "due-day": part,
    "due-month": part,
    "due-year": part,
    note: z
      .string()
      .trim()
      .max(ASSIGNMENT_TEXT_LIMIT, `The note must be ${ASSIGNMENT_TEXT_LIMIT} characters or fewer`),
  }),
  ({ "due-day": day, "due-month": month, "due-year": year, ...typed }, wrong) => {
    const due = dayTyped({ day, month, year });
    if (due === undefined)
      wrong("due", "Enter a real date, such as 31 3 2027, or leave all three boxes empty");
    return { ...typed, due: due ?? null };
  },
);

export const letOffFields = z.object({ ...place, person: z.uuid() });

/** The criteria come under names of their own, which `bodyFromForm` reads. */
export const giveFields = z.looseObject(place);

export const agreedFields = z.object({
  ...place,
  version: z.coerce.number().int().min(0),
  level: z
    .enum(["1", "2", "3", "4", "5", "as_it_stands"], "Choose what you agreed")
    .transform((level) => LEVELS[level]),
  reason: z
    .string()
    .trim()
    .min(1, "Enter why this is the answer")
    .max(NOTE_LIMIT, `Enter ${NOTE_LIMIT.toLocaleString("en-GB")} characters or fewer`),
});
