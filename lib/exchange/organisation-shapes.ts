import { z } from "zod";
import { criteriaSchema } from "@/lib/assessment/answer-body";
import type { EarlierReopening, EarlierReply, KeptReview } from "@/lib/assessment/review";
import type { RevisionCause } from "@/lib/assessment/revision";
import { type AnswerContent, confidences } from "@/lib/assessment/stored-answer";
import { careSettingSchema, levelSchema } from "@/lib/framework/schema";
import { actionContentSchema, keptParts } from "@/lib/plan/action";
import type { KeptAgreed } from "@/lib/report/agreed";
import { remarksSchema, scoresSchema } from "@/lib/report/dma-comparison";
import { unblockers } from "@/lib/report/gap-view";
import { messageTextsSchema } from "@/lib/report/key-messages";
import { isKeptLogo } from "@/lib/report/logo-picture";
import { sharedResultSchema } from "@/lib/report/shared-result";
import type { Evidenced } from "@/lib/scoring/evidenced";
import { resultSchema } from "@/lib/scoring/result";
import { assessmentSchema } from "./assessment-schema";
import type { PartName, parts } from "./organisation-parts";

// What the columns that hold whole documents, or a picture, must look like in a file that is brought in. The service
// reads them as what it wrote itself: one of another shape would come in unseen, and break every page that shows it.

const moment = z.iso.datetime();
const count = z.int().min(0);
const degree = z.enum(confidences);

/** A version of an answer, with what it came from. */
const version: z.ZodType<AnswerContent & RevisionCause & { toConfirm?: boolean }> = z.strictObject({
  criteria: criteriaSchema,
  notApplicable: z.string().nullable(),
  note: z.string(),
  confidence: degree.nullable(),
  toConfirm: z.boolean().optional(),
  restored: count.optional(),
  enteredFor: z.guid().optional(),
  copiedFrom: z.string().optional(),
  copiedFromTrust: z.guid().optional(),
  token: z.string().optional(),
  challenge: z.guid().optional(),
  action: z.guid().optional(),
});

const earlierReply: z.ZodType<EarlierReply> = z.strictObject({
  text: z.string(),
  at: moment,
  byName: z.string(),
});

const earlierReopening: z.ZodType<EarlierReopening> = z.strictObject({
  at: moment,
  byName: z.string(),
  reason: z.string(),
});

const warning = z.strictObject({
  kind: z.string(),
  message: z.string(),
  capability: z.string().nullable(),
  scope: z.string().nullable(),
});

/** Empty in a sign-off from before reviews were kept. */
const review: z.ZodType<Partial<KeptReview>> = z.strictObject({
  levels: z
    .array(
      z.strictObject({ capability: z.string(), scope: z.string(), level: levelSchema, reason: z.string() }),
    )
    .optional(),
  summaries: z
    .array(
      z.strictObject({
        byName: z.string(),
        sampled: count,
        confidence: degree,
        risk: degree,
        text: z.string(),
      }),
    )
    .optional(),
});

const evidenced: z.ZodType<Evidenced> = z.strictObject({
  documented: count,
  of: count,
  overall: resultSchema.shape.overall,
});

const agreed: z.ZodType<KeptAgreed> = z.strictObject({
  targets: z.array(
    z.strictObject({
      capabilityId: z.string(),
      scope: z.string(),
      level: levelSchema,
      by: moment.nullable(),
      reason: z.string(),
      owner: z.string().optional(),
      approvedAt: moment.nullable(),
      approvedBy: z.string().nullable().optional(),
      dimensionId: z.string().optional(),
    }),
  ),
  gapViews: z.array(
    z.strictObject({
      capabilityId: z.string(),
      standing: z.enum(["now", "later"]).nullable(),
      standingReason: z.string(),
      importance: z.literal([1, 2, 3]).nullable(),
      effort: z.int().nullable(),
      adjustedReason: z.string(),
      system: z.string(),
      supplier: z.string(),
      contractEndsOn: moment.nullable(),
      unblockedBy: z.enum(unblockers).nullable(),
      version: z.int(),
      changedAt: moment,
      changedBy: z.string(),
    }),
  ),
});

const logo = z
  .string()
  .refine((hexadecimal) => isKeptLogo(Buffer.from(hexadecimal.replace(/^\\x/, ""), "hex")), {
    error: "is no picture as this service keeps them: leave it empty, and set the logo again afterwards",
  });

const ofEachSetting = (schema: z.ZodType) => z.partialRecord(careSettingSchema, schema);

/** The columns of a part that hold documents or pictures. */
type Documents<Name extends PartName> = {
  [Column in keyof (typeof parts)[Name]["columns"]]: (typeof parts)[Name]["columns"][Column] extends
    "json" | "json?" | "bytes" | "bytes?"
    ? Column
    : never;
}[keyof (typeof parts)[Name]["columns"]];

/** By part and column; the compiler asks for each there is. */
export const shapes: {
  readonly [Name in PartName as Documents<Name> extends never ? never : Name]: Readonly<
    Record<Documents<Name>, z.ZodType>
  >;
} = {
  assessments: { earlierReopenings: z.array(earlierReopening) },
  answers: { criteria: criteriaSchema },
  answerRevisions: { value: version },
  voiceViews: { criteria: criteriaSchema },
  snapshots: {
    answers: ofEachSetting(assessmentSchema),
    results: ofEachSetting(resultSchema),
    warnings: z.array(warning),
    review,
    evidenced: ofEachSetting(evidenced),
    agreed: ofEachSetting(agreed),
  },
  messageWordings: { texts: messageTextsSchema },
  dmaScores: { scores: scoresSchema, remarks: remarksSchema },
  challenges: { earlierReplies: z.array(earlierReply) },
  plannedActions: keptParts.shape,
  plannedActionRevisions: { value: actionContentSchema },
  publishedResults: { result: sharedResultSchema },
  reportLogos: { picture: logo },
  targetTemplates: { levels: z.record(z.string(), levelSchema) },
};

/** What the columns of a part that hold documents or pictures must look like, by name. */
export function shapesOf(name: PartName): Readonly<Record<string, z.ZodType>> {
  return (shapes as Readonly<Partial<Record<PartName, Readonly<Record<string, z.ZodType>>>>>)[name] ?? {};
}
