import { z } from "zod";
import { findCapability } from "@/lib/framework/find";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import { resultSchema, type Result } from "@/lib/scoring/result";
import type { RoundChange } from "./change";
import { groupsWithSensitive } from "./sensitive-groups";
import { toldResult } from "./told-result";

const whole = resultSchema.shape;

/**
 * What a trust shares of a signed-off result with its system. No level of any capability: with a dimension's score and
 * the levels of its others, a sensitive one could be worked out. Safeguards that are sensitive are a number, or stand in no
 * number where that would tell of each of them (`toldResult`).
 */
export const sharedResultSchema = z.object({
  overall: whole.overall,
  stage: whole.stage,
  distance: whole.distance,
  dimensions: whole.dimensions,
  /** What Good Looks Like pillars, but for those with something sensitive in them. */
  pillars: z.array(z.object({ id: z.string(), low: z.number(), high: z.number() })),
  safeguards: z.object({ secured: z.int(), of: z.int() }),
  heldBy: whole.heldBy,
  /** Safeguards among what holds it there that are sensitive and so not named. */
  unnamed: z.int(),
  /** Against the round before, where there was one that can be compared. */
  change: z.object({ since: z.string(), by: z.number(), comparable: z.int(), of: z.int() }).nullable(),
});

export type SharedResult = z.infer<typeof sharedResultSchema>;

/** The part of a result that may be shared (design 1, "What must be true everywhere"). */
export function sharedResult(
  framework: Framework,
  setting: CareSetting,
  result: Result,
  change: { since: string; compared: RoundChange | null } | null,
): SharedResult {
  const { result: told, safeguards } = toldResult(framework, setting, result, { showSensitive: false });
  const { overall, stage, distance, dimensions, lenses } = told;
  const isSensitive = (held: Result["heldBy"][number]) =>
    held.kind === "gate" && (findCapability(framework, held.capability)?.sensitive ?? true);
  const compared = change?.compared;
  const withSensitive = groupsWithSensitive(framework, result, "wgll");
  return {
    overall,
    stage,
    distance,
    dimensions,
    pillars: (lenses.wgll?.groups ?? []).filter(({ id }) => !withSensitive.has(id)),
    safeguards: { secured: safeguards.filter(({ secured }) => secured).length, of: safeguards.length },
    heldBy: told.heldBy.filter((held) => !isSensitive(held)),
    unnamed: told.heldBy.filter(isSensitive).length,
    change: compared
      ? { since: change.since, by: compared.by, comparable: compared.comparable, of: compared.of }
      : null,
  };
}
