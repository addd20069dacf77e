import type { Answers } from "@/lib/scoring/answers";
import type { Result } from "@/lib/scoring/result";

/** How much of a result is settled, the same wherever it is shown. */
export type Completeness = {
  /** Capabilities that are answered and confirmed. */
  answered: number;
  applicable: number;
  /** Answers carried forward from the round before and not confirmed yet. */
  carriedForward: number;
};

/**
 * An answer carried forward counts in the score, and as answered only once it is confirmed (design 1, states of an
 * answer; 3 §5). `answers` are those behind the result; null for a signed-off one, where everything was confirmed.
 */
export function completenessOf(
  { capabilities, completeness }: Pick<Result, "capabilities" | "completeness">,
  answers: Answers | null,
): Completeness {
  const confirmed = capabilities.filter(({ id, answered }) => answered && !answers?.get(id)?.carriedForward);
  return {
    answered: confirmed.length,
    applicable: completeness.capabilities.applicable,
    carriedForward: completeness.carriedForward,
  };
}

/** "35 of 50 capabilities answered", with what is still to confirm. */
export function completenessInWords({ answered, applicable, carriedForward }: Completeness): string {
  const all = `${answered} of ${applicable} ${applicable === 1 ? "capability" : "capabilities"} answered`;
  return carriedForward === 0 ? all : `${all}, ${carriedForward} carried forward and still to confirm`;
}
