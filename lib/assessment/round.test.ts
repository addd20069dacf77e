import { describe, expect, test } from "vitest";
import { isRound, nextRound, roundOf } from "./round";

describe("a round is an NHS year", () => {
  test("it is written as two years that follow each other", () => {
    expect(isRound("2026/27")).toBe(true);
    expect(isRound("2099/00")).toBe(true);
    expect(isRound("2026/28")).toBe(false);
    expect(isRound("2026-27")).toBe(false);
  });

  test("signing off 2026/27 opens 2027/28", () => {
    expect(nextRound("2026/27")).toBe("2027/28");
    expect(nextRound("2098/99")).toBe("2099/00");
    expect(() => nextRound("next year")).toThrow(/2026\/27/);
  });

  test("the year turns at midnight in London, which is summer time by then", () => {
    expect(roundOf(new Date("2027-03-31T22:59:59Z"))).toBe("2026/27");
    expect(roundOf(new Date("2027-03-31T23:00:00Z"))).toBe("2027/28");
    expect(roundOf(new Date("2026-12-31T12:00:00Z"))).toBe("2026/27");
  });
});
