import { z } from "zod";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";

const grade = (missing: string) => z.enum(["low", "medium", "high"], missing);

/** The fields of a reviewer's summary, as a browser sends them. */
export const summaryFields = z.object({
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
