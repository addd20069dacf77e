import { z } from "zod";
import { careSettingSchema, levelSchema } from "@/lib/framework/schema";

// The assessment document `digital-maturity/assessment@1` (design 7): the answers of one care setting.

export const ASSESSMENT_FORMAT = "digital-maturity/assessment@1";

const date = z.iso.date("must be a date written 2026-11-22");
const id = z.string().min(1).max(200);

const evidenceSchema = z.strictObject({
  id: id.optional(),
  title: z.string().min(1).max(500),
  url: z
    .string()
    .max(2000)
    .regex(/^https?:\/\//i, "must be a web address that starts with http:// or https://")
    .optional(),
  /** A document's title or number, where there is no link. */
  reference: z.string().max(500).optional(),
  owner: z.string().max(200).optional(),
  effective: date.optional(),
  review: date.optional(),
  grade: z.enum(["none", "stated", "documented", "verified"]).optional(),
  /** True where it speaks against the answer. */
  counter: z.boolean().optional(),
});

const targetSchema = z.strictObject({
  level: levelSchema,
  by: date.optional(),
  reason: z.string().max(4000).optional(),
});

const answerSchema = z.strictObject({
  capability: id,
  /** Shorthand for every criterion up to it met, every one above it not met. */
  level: levelSchema.optional(),
  criteria: z.record(z.string(), z.enum(["met", "not_met", "not_known"])).optional(),
  notApplicable: z.strictObject({ reason: id }).optional(),
  carriedForward: z.boolean().optional(),
  note: z.string().max(4000).optional(),
  confidence: z.enum(["low", "medium", "high"]).nullable().optional(),
  evidence: z.array(evidenceSchema).max(1000).optional(),
  target: targetSchema.optional(),
});

export const assessmentSchema = z.strictObject({
  format: z.literal(ASSESSMENT_FORMAT),
  framework: z.strictObject({ id, version: id }),
  careSetting: careSettingSchema,
  organisation: z.strictObject({ ods: id.optional(), name: z.string().max(500).optional() }).optional(),
  round: z.string().min(1).max(40).optional(),
  asOf: date.optional(),
  answers: z.array(answerSchema),
});

export type AssessmentDocument = z.output<typeof assessmentSchema>;
export type AnswerDocument = AssessmentDocument["answers"][number];
/** What a document says of an answer beside what is scored. */
export type AnswerDetails = Pick<AnswerDocument, "note" | "confidence" | "evidence" | "target">;
