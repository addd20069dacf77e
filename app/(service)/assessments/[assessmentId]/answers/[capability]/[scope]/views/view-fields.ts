import { z } from "zod";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";
import { ASSIGNMENT_TEXT_LIMIT } from "@/lib/assessment/assignment";
import { dayBoxes, dayOrNone } from "@/lib/http/day-boxes";
import { readTogether } from "@/lib/http/read-fields";

const place = { assessmentId: z.string(), capabilityId: z.string(), scope: z.string() };
const LEVELS = { "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, as_it_stands: "as_it_stands" } as const;

/** The fields of each form of the views page, as a browser sends them. */
export const askFields = readTogether(
  z.object({
    ...place,
    people: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.uuid()).min(1, "Choose at least one person").max(100),
    ),
    ...dayBoxes("due"),
    note: z
      .string()
      .trim()
      .max(ASSIGNMENT_TEXT_LIMIT, `The note must be ${ASSIGNMENT_TEXT_LIMIT} characters or fewer`),
  }),
  (typed, wrong) => {
    const { assessmentId, capabilityId, scope, people, note } = typed;
    return { assessmentId, capabilityId, scope, people, note, due: dayOrNone(typed, "due", wrong) };
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
