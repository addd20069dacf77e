import type { Capability, CareSetting, Level } from "@/lib/framework/schema";
import { criteriaIn } from "@/lib/framework/find";

/** What an answer says about one criterion. No entry at all means undecided: nobody has looked at it yet. */
export type CriterionState = "met" | "not_met" | "not_known";

/** What the engine needs to know of one answer. Notes, evidence and confidence never change a score. */
export type ScoringAnswer = {
  readonly criteria: Readonly<Record<string, CriterionState>>;
  readonly notApplicable?: { readonly reason: string } | null;
  /** Taken over from the last round and not confirmed since: counts in the score, keeps it provisional. */
  readonly carriedForward?: boolean;
};

/** The answers of one care setting by capability id, organisation-scope ones included. */
export type Answers = ReadonlyMap<string, ScoringAnswer>;

/**
 * What picking a level says (design 3 §2): every criterion up to it met, every one above it not met.
 * Only criteria that apply in at least one of the settings are named.
 */
export function criteriaForLevel(
  capability: Capability,
  level: Level,
  settings: readonly CareSetting[],
): Record<string, CriterionState> {
  const criteria: Record<string, CriterionState> = {};
  for (const step of criteriaIn(capability, settings)) {
    for (const criterion of step.criteria) criteria[criterion.id] = step.level <= level ? "met" : "not_met";
  }
  return criteria;
}
