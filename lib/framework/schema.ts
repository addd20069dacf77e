import { z } from "zod";

// The framework document `digital-maturity/framework@1` (design 7). Every optional key has a default, so a
// parsed document is complete. What spans several places (ids, references) is checked in parse.ts.

export const FRAMEWORK_FORMAT = "digital-maturity/framework@1";

const CARE_SETTINGS = ["acute", "mental_health", "community", "ambulance", "specialist", "practice"] as const;
const LENS_IDS = [
  "wgll",
  "shift",
  "dspt",
  "dcf",
  "productivity",
  "barrier",
  "provider_capability",
  // Who decides: a practice, its integrated care board or a supplier. In `gp-practice` alone (decision 0003).
  "control",
] as const;

/** A place of care that is assessed on its own. `practice` only in the framework for GP practices. */
export const careSettingSchema = z.enum(CARE_SETTINGS);
/** 1 to 5 for one capability. */
export const levelSchema = z.literal([1, 2, 3, 4, 5]);

const id = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9._-]*$/,
    "must start with a letter and hold only letters, digits, dots and dashes",
  );
const version = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "must hold only letters, digits, dots and dashes");
const text = z.string().trim().min(1);
const date = z.iso.date("must be a date written 2026-11-22");
const whole = z.int();
const effort = z.enum(["S", "M", "L", "XL"]);
const settings = z.array(careSettingSchema);
/** Null: every care setting of the framework. */
const appliesTo = settings.min(1).nullable().default(null);

function perSetting<T extends z.ZodType>(value: T) {
  return z.partialRecord(careSettingSchema, value).default({});
}

const criterionSchema = z.strictObject({
  id,
  text,
  effort,
  appliesTo,
  wording: perSetting(text),
});

const capabilityLevelSchema = z.strictObject({
  level: levelSchema,
  hint: text.nullable().default(null),
  criteria: z.array(criterionSchema),
});

const capabilitySchema = z.strictObject({
  id,
  number: text,
  name: text,
  stem: text,
  whoKnows: z.array(text).default([]),
  evidence: z.array(text).default([]),
  scope: z.enum(["organisation", "setting"]),
  sensitive: z.boolean().default(false),
  gateFor: settings.default([]),
  // A positive whole number keeps means exact; the ceiling keeps their sums exact in a double too.
  weight: whole.min(1).max(1_000_000).default(1),
  importance: z.literal([1, 2, 3]).default(2),
  appliesTo,
  mayBeNotApplicable: z
    .strictObject({ reasons: z.array(z.strictObject({ id, text })).min(1) })
    .nullable()
    .default(null),
  wording: perSetting(z.strictObject({ name: text.optional(), stem: text.optional() })),
  needs: z.array(z.strictObject({ capability: id, level: levelSchema })).default([]),
  lenses: z.partialRecord(z.enum(LENS_IDS), z.array(id).min(1)).default({}),
  comparable: z.boolean().default(true),
  standsFor: z.strictObject({ framework: id, dimension: id }).nullable().default(null),
  levels: z.array(capabilityLevelSchema),
});

/** A dimension as it stands in a file of its own. */
export const dimensionSchema = z.strictObject({
  id,
  number: text,
  name: text,
  subtitle: z.string().trim().default(""),
  why: z.string().trim().default(""),
  capabilities: z.array(capabilitySchema).min(1),
});

const share = z.number().gt(0).max(1);
const points = whole.min(1).max(1_000_000);

export const frameworkSchema = z.strictObject({
  format: z.literal(FRAMEWORK_FORMAT),
  id,
  version,
  status: z.enum(["draft", "published"]),
  illustrative: z.boolean().default(false),
  title: text,
  published: date.nullable().default(null),
  reviewed: date.nullable().default(null),
  careSettings: z
    .array(
      z.strictObject({
        id: careSettingSchema,
        name: text,
        comparesWith: careSettingSchema.nullable().default(null),
      }),
    )
    .min(1),
  levels: z.array(z.strictObject({ level: levelSchema, name: text, test: z.string().trim().default("") })),
  thresholds: z
    .strictObject({ "2": share, "3": share, "4": share, "5": share })
    .default({ "2": 1, "3": 1, "4": 1, "5": 1 }),
  stages: z
    .array(
      z.strictObject({
        stage: levelSchema,
        name: text,
        overallAtLeast: z.number().min(1).max(5),
        gateAtLeast: levelSchema,
      }),
    )
    .min(1),
  dimensionSlack: z.number().min(0).max(5).nullable().default(1),
  effortPoints: z
    .strictObject({ S: points, M: points, L: points, XL: points })
    .default({ S: 1, M: 3, L: 8, XL: 40 }),
  leadMonths: z
    .strictObject({ S: points, M: points, L: points, XL: points })
    .default({ S: 3, M: 6, L: 12, XL: 24 }),
  lenses: z
    .array(
      z.strictObject({
        id: z.enum(LENS_IDS),
        name: text,
        groups: z.array(z.strictObject({ id, name: text })).min(1),
      }),
    )
    .default([]),
  follows: z
    .strictObject({
      version,
      crosswalk: z.array(z.strictObject({ from: z.array(id).min(1), to: z.array(id).min(1) })).default([]),
    })
    .nullable()
    .default(null),
  dimensions: z.array(dimensionSchema).min(1),
});

export type Framework = z.output<typeof frameworkSchema>;
/** A framework document as it may be written: optional keys left out. */
export type FrameworkInput = z.input<typeof frameworkSchema>;
export type Dimension = Framework["dimensions"][number];
export type Capability = Dimension["capabilities"][number];
export type CapabilityLevel = Capability["levels"][number];
export type Criterion = CapabilityLevel["criteria"][number];
export type StageRule = Framework["stages"][number];
export type Thresholds = Framework["thresholds"];
export type Effort = Criterion["effort"];
export type CareSetting = z.output<typeof careSettingSchema>;
export type LensId = Framework["lenses"][number]["id"];
export type Level = z.output<typeof levelSchema>;
/** 1 Foundational to 5 Optimised: the headline of a care setting. */
export type Stage = StageRule["stage"];
