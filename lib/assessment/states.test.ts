import { expect, test } from "vitest";
import { currentRound } from "./states";

const signedOffAt = new Date("2026-05-27T09:00:00Z");
const before = { round: "2024/25", state: "signed_off", signedOffAt };
const reopened = { round: "2025/26", state: "in_progress", signedOffAt };
const next = { round: "2026/27", state: "in_progress", signedOffAt: null };

test.each([
  ["the round that is open", [before, next], next],
  ["not the one opened again, whichever comes first", [reopened, next], next],
  ["not the one opened again, whichever comes last", [next, reopened], next],
  [
    "the next one though it is in review",
    [reopened, { ...next, state: "in_review" }],
    { ...next, state: "in_review" },
  ],
  ["the one opened again where no other is open", [before, reopened], reopened],
  ["none where all are signed off", [before], undefined],
  ["none where there is none", [], undefined],
])("where a trust is now: %s", (_what, rounds, expected) => {
  expect(currentRound(rounds)).toEqual(expected);
});
