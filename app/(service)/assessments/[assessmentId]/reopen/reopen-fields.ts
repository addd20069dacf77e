import { z } from "zod";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";

/** The fields of the form that opens a round again. */
export const reopenFields = z.object({
  id: z.string(),
  reason: z
    .string()
    .trim()
    .min(1, "Enter why the round has to be opened again")
    .max(NOTE_LIMIT, `The reason must be ${NOTE_LIMIT.toLocaleString("en-GB")} characters or fewer`),
});
