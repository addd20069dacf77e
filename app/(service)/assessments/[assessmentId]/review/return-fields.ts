import { z } from "zod";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";

/** The fields of the form that gives a round in review back. */
export const returnFields = z.object({
  id: z.string(),
  reason: z
    .string()
    .trim()
    .min(1, "Enter why you give the round back")
    .max(NOTE_LIMIT, `The reason must be ${NOTE_LIMIT.toLocaleString("en-GB")} characters or fewer`),
});
