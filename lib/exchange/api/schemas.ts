import { z } from "zod";
import { answerBodySchema } from "@/lib/assessment/answer-body";
import { confidences } from "@/lib/assessment/stored-answer";
import { careSettingSchema, levelSchema } from "@/lib/framework/schema";
import { actionContentSchema } from "@/lib/plan/action";
import { resultSchema } from "@/lib/scoring/result";

// What programs send and get. The routes read by these very schemas, and the OpenAPI document is made from them.

const moment = z.iso.datetime().meta({ description: "A moment in UTC, such as 2026-11-23T09:00:00.000Z" });
const id = z.uuid();
const organisation = z.object({ ods: z.string(), name: z.string() });
const scope = z.union([z.literal("organisation"), careSettingSchema]);
const criterionState = z.enum(["met", "not_met", "not_known"]);
const bounds = z.object({ low: levelSchema, high: levelSchema });

/** How many entries a page of a list may have. */
export const PAGE_LIMIT = 100;

const paging = {
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(50).meta({ description: "Entries a page" }),
  cursor: z
    .string()
    .min(1)
    .max(400)
    .optional()
    .meta({ description: "Where to go on: `next` of the page before, as it was given" }),
};

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().meta({ description: "The cursor of the next page; null on the last one" }),
  });

export const noQuery = z.strictObject({});
export const pagingQuery = z.strictObject(paging);

export const assessmentsQuery = z.strictObject({
  organisation: z
    .string()
    .min(1)
    .max(20)
    .optional()
    .meta({ description: "The ODS code of one organisation" }),
  ...paging,
});

export const auditQuery = z.strictObject({
  action: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: "One kind of event, such as answer.saved" }),
  person: id.optional().meta({ description: "Who did it" }),
  from: z.iso.datetime({ offset: true }).optional().meta({ description: "From this moment on" }),
  before: z.iso.datetime({ offset: true }).optional().meta({ description: "Before this moment" }),
  ...paging,
});

export const frameworkListSchema = z.array(
  z.object({
    id: z.string(),
    version: z.string(),
    status: z.enum(["draft", "published"]),
    illustrative: z.boolean(),
    title: z.string(),
    published: z.string().nullable().optional(),
    reviewed: z.string().nullable().optional(),
    url: z.string(),
  }),
);

export const organisationListSchema = z.object({
  items: z.array(organisation.extend({ kind: z.string(), careSettings: z.array(careSettingSchema) })),
});

export const assessmentSchema = z.object({
  id,
  organisation,
  round: z.string(),
  framework: z.object({ id: z.string(), version: z.string() }),
  careSettings: z.array(careSettingSchema),
  state: z.enum(["in_progress", "in_review", "signed_off"]),
  startedAt: moment,
  signedOffAt: moment
    .nullable()
    .meta({ description: "The latest sign-off; it stays when a round is reopened" }),
  beingRevised: z.boolean().meta({ description: "Reopened after a sign-off and not signed again" }),
});

export const assessmentListSchema = listOf(assessmentSchema);

const answerValue = {
  criteria: z.record(z.string(), criterionState).meta({
    description: "Criterion id to its state; a criterion that is absent is undecided",
  }),
  notApplicable: z.string().nullable().meta({ description: "The id of the reason, or null" }),
  note: z.string(),
  confidence: z.enum(confidences).nullable(),
};

export const answerSchema = z.object({
  version: z.int().min(0).meta({ description: "Counts accepted saves; 0 before the first" }),
  ...answerValue,
  carriedForward: z.boolean().meta({ description: "Brought over and not yet confirmed" }),
  withdrawn: z.boolean().meta({ description: "A care setting's own answer that was taken back" }),
  savedAt: moment.nullable(),
  savedBy: z.string().nullable(),
});

export const answerListSchema = listOf(answerSchema.extend({ capability: z.string(), scope }));

/** As the page sends it, but for the version, which may come in If-Match instead. */
export const answerInputSchema = answerBodySchema.partial({ version: true });

export const savedSchema = z.object({ version: z.int().min(1), level: bounds, savedAt: moment });

export const settingResultSchema = z.object({
  assessment: id,
  careSetting: careSettingSchema,
  basis: z
    .union([
      z.object({ kind: z.literal("current") }),
      z.object({ kind: z.literal("signed_off"), at: moment, snapshot: id }),
    ])
    .meta({ description: "Answers as they stand now, or a sign-off, whose figures never change" }),
  engineVersion: z.string(),
  result: resultSchema,
  withheld: z.object({ capabilities: z.int().min(0), safeguards: z.int().min(0) }).meta({
    description: "How many sensitive items are counted in the scores and not named for this person",
  }),
});

const plannedAction = z.intersection(z.object({ id, version: z.int().min(1) }), actionContentSchema);

export const planSchema = listOf(plannedAction).extend({
  withheld: z
    .object({ actions: z.int().min(0) })
    .meta({ description: "How many actions are about sensitive questions and not named for this person" }),
});

/** The bytes of a file. */
export const fileSchema = z.string().meta({ format: "binary" });

export const auditListSchema = listOf(
  z.object({
    id: z.string(),
    at: moment,
    by: z.string().nullable().meta({ description: "Null for the service itself" }),
    action: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
  }),
);

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string().meta({ description: "What went wrong" }),
    status: z.int(),
    detail: z.string().optional().meta({ description: "What to do about it" }),
    instance: z.string().optional().meta({ description: "The address that was asked" }),
    reason: z.string().optional(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "Each with its place: a JSON Pointer into the body, or the name of a parameter" }),
  })
  .meta({ description: "Problem details (RFC 9457)" });

export const conflictSchema = problemSchema.extend({
  reason: z.enum(["stale", "locked"]),
  current: z
    .object({
      value: z.object(answerValue),
      version: z.int(),
      by: z.string(),
      own: z.boolean(),
      at: moment,
    })
    .nullable()
    .meta({ description: "The answer as it stands" }),
});
