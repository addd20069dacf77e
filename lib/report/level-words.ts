import type { FoundState } from "./findings";

/** A level in figures: "2", or "1 to 3" while answers are open. */
export function levelInFigures({ low, high }: { low: number; high: number }): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

const states: Record<FoundState, string> = {
  met: "Met",
  not_met: "Not met",
  not_known: "Not known",
  undecided: "Not answered",
};

/** What a criterion's answer says, in words. */
export function stateInWords(state: FoundState): string {
  return states[state];
}
