import { z } from "zod";
import { levelSchema } from "@/lib/framework/schema";

// The result document `digital-maturity/result@1` (design 7). Numbers are unrounded: the nearest doubles of
// exact fractions.

export const RESULT_FORMAT = "digital-maturity/result@1";

const count = z.int().min(0);
const score = z.number().min(1).max(5);
const bounds = z.strictObject({ low: score, high: score });

/** A condition of the next stage that is not met. `value` is null only where nothing applies at all. */
const shortfallSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("overall"), value: score.nullable(), needs: z.number() }),
  z.strictObject({ kind: z.literal("gate"), capability: z.string(), value: levelSchema, needs: levelSchema }),
  z.strictObject({ kind: z.literal("dimension"), dimension: z.string(), value: score, needs: z.number() }),
]);

export const resultSchema = z.strictObject({
  format: z.literal(RESULT_FORMAT),
  /** Null when nothing applies. */
  overall: bounds.nullable(),
  stage: z.strictObject({ low: levelSchema, high: levelSchema, final: z.boolean() }),
  distance: z.strictObject({ unmet: count, of: count }),
  heldBy: z.array(shortfallSchema),
  /** Dimensions in which something applies, in framework order. */
  dimensions: z.array(z.strictObject({ id: z.string(), low: score, high: score })),
  lenses: z.record(
    z.string(),
    z.strictObject({
      groups: z.array(z.strictObject({ id: z.string(), low: score, high: score })),
      overall: bounds.nullable(),
    }),
  ),
  /** Capabilities that apply, in framework order. */
  capabilities: z.array(
    z.strictObject({
      id: z.string(),
      low: levelSchema,
      high: levelSchema,
      answered: z.boolean(),
      progress: z.number().min(0).max(1),
      missing: z.array(z.string()),
      above: z.array(z.string()),
    }),
  ),
  completeness: z.strictObject({
    capabilities: z.strictObject({ answered: count, applicable: count }),
    openCriteria: count,
    carriedForward: count,
  }),
});

export type Result = z.output<typeof resultSchema>;
export type Shortfall = Result["heldBy"][number];
export type Bounds = NonNullable<Result["overall"]>;
