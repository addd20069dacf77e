import { z } from "zod";
import { ASSIGNMENT_TEXT_LIMIT } from "@/lib/assessment/assignment";
import { dayBoxes, dayOrNone } from "@/lib/http/day-boxes";
import { readTogether } from "@/lib/http/read-fields";

/** Any number of ticks of one name: a browser sends none, one or several. */
const ticks = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

/** The fields of the form that assigns questions, as a browser sends them. `due` is null where no date was typed. */
export const assignFields = readTogether(
  z.object({
    assessmentId: z.string(),
    person: z.string().min(1, "Choose who is to answer"),
    ...dayBoxes("due"),
    note: z
      .string()
      .trim()
      .max(ASSIGNMENT_TEXT_LIMIT, `The note must be ${ASSIGNMENT_TEXT_LIMIT} characters or fewer`),
    questions: ticks,
    dimensions: ticks,
  }),
  (typed, wrong) => {
    const { assessmentId, person, note, questions, dimensions } = typed;
    if (questions.length + dimensions.length === 0) wrong("questions", "Choose at least one question");
    return { assessmentId, person, note, questions, dimensions, due: dayOrNone(typed, "due", wrong) };
  },
);
