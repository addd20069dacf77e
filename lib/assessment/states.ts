/**
 * The states of an assessment and the moves between them (design: product, "The way through").
 * An answer can be saved in `in_progress` alone; the database checks that again as it saves.
 */
export const assessmentStates = ["in_progress", "in_review", "signed_off"] as const;
export type AssessmentState = (typeof assessmentStates)[number];

export type Move = "send_for_review" | "return" | "sign_off" | "reopen";

const moves: Record<Move, { from: AssessmentState; to: AssessmentState }> = {
  send_for_review: { from: "in_progress", to: "in_review" },
  return: { from: "in_review", to: "in_progress" },
  sign_off: { from: "in_review", to: "signed_off" },
  reopen: { from: "signed_off", to: "in_progress" },
};

/** Where a move starts and ends. */
export function moveOf(move: Move): { from: AssessmentState; to: AssessmentState } {
  return moves[move];
}

const stateNames: Record<AssessmentState, string> = {
  in_progress: "In progress",
  in_review: "In review",
  signed_off: "Signed off",
};

/** The state in words for people. */
export function stateName(state: AssessmentState): string {
  return stateNames[state];
}

/**
 * True for a round that was signed off and opened again: until it is signed anew its last snapshot is what others see
 * (design: product, "The way through").
 */
export function isBeingRevised({ state, signedOffAt }: { state: string; signedOffAt: Date | null }): boolean {
  return state !== "signed_off" && signedOffAt !== null;
}

/**
 * The current position among a trust's rounds, in whatever order they come: the one that is not signed off. One that
 * was opened again stands aside for the round after it, and counts where no other is open. Undefined where every round
 * is signed off.
 */
export function currentRound<Round extends { round: string; state: string; signedOffAt: Date | null }>(
  rounds: readonly Round[],
): Round | undefined {
  const latestFirst = rounds
    .filter(({ state }) => state !== "signed_off")
    .sort((one, other) => (one.round < other.round ? 1 : -1));
  return latestFirst.find((round) => !isBeingRevised(round)) ?? latestFirst[0];
}
