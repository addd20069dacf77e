import { z } from "zod";
import { ASSIGNMENT_TEXT_LIMIT } from "@/lib/assessment/assignment";
import { together } from "@/lib/http/read-fields";
import { dayTyped } from "@/lib/http/typed-day";

const part = z.string().trim().max(10).default("");
/** Any number of ticks of one name: a browser sends none, one or several. */
const ticks = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

/** The fields of the form that assigns questions, as a browser sends them. `due` is null where no date was typed. */
export const assignFields = z
  .object({
    assessmentId: z.string(),
    person: z.string().min(1, "Choose who is to answer"),
    "due-day": part,
    "due-month": part,
    "due-year": part,
    note: z
      .string()
      .trim()
      .max(ASSIGNMENT_TEXT_LIMIT, `The note must be ${ASSIGNMENT_TEXT_LIMIT} characters or fewer`),
    questions: ticks,
    dimensions: ticks,
  })
  .refine(({ questions, dimensions }) => questions.length + dimensions.length > 0, {
    path: ["questions"],
    message: "Choose at least one question",
    ...together,
  })
  .refine((typed) => dueTyped(typed) !== undefined, {
    path: ["due"],
    message: "Enter a real date, such as 31 3 2027, or leave all three boxes empty",
    ...together,
  })
  .transform((typed) => {
    const { assessmentId, person, note, questions, dimensions } = typed;
    return { assessmentId, person, note, questions, dimensions, due: dueTyped(typed) ?? null };
  });

function dueTyped(typed: Record<"due-day" | "due-month" | "due-year", string>): Date | null | undefined {
  return dayTyped({ day: typed["due-day"], month: typed["due-month"], year: typed["due-year"] });
}
