"use server";

import { z } from "zod";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";
import { writeSummary } from "@/lib/data/review-summaries";
import { reviewPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const grade = (missing: string) => z.enum(["low", "medium", "high"], missing);
const fields = z.object({
  assessmentId: z.string(),
  sampled: z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, "Enter how many answers you looked at, as a number")
    .transform(Number),
  confidence: grade("Choose how far you rely on the self-assessment"),
  risk: grade("Choose the overall risk"),
  text: z
    .string()
    .trim()
    .min(1, "Enter your summary")
    .max(NOTE_LIMIT, `Enter ${NOTE_LIMIT.toLocaleString("en-GB")} characters or fewer`),
});

/** Writes the reviewer's own summary of a round. */
export const writeSummaryAction = formAction(fields, async (user, { assessmentId, ...summary }) =>
  (await writeSummary(user, assessmentId, summary))
    ? { goTo: reviewPath(assessmentId) }
    : { refused: "You cannot write a summary of this round: it is signed off, or not yours to review." },
);
