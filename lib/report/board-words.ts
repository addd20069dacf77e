import type { Framework } from "@/lib/framework/schema";

/** The words that a board meets on its first screen, each explained in a sentence. */
export function boardWords({ stages }: Framework): string[] {
  return [
    `Levels and stages go from 1, the lowest, to ${stages.length}.`,
    "A safeguard is a capability that must itself be high enough before a stage can be claimed, whatever the average.",
    "A condition is one thing that a stage asks for: the overall score, each safeguard, each dimension.",
  ];
}
