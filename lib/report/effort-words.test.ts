import { describe, expect, test } from "vitest";
import { pointsExplained, pointsInWords } from "./effort-words";

describe("effort in points", () => {
  test("one, several, and thousands with a comma", () => {
    expect([1, 34, 1055].map(pointsInWords)).toEqual(["1 point", "34 points", "1,055 points"]);
  });

  test("what a point stands for, for who has not read the method", () => {
    expect(pointsExplained({ effortPoints: { S: 1, M: 3, L: 8, XL: 40 } })).toBe(
      "Effort is in points for each piece of work: 1 for a small one, 3 medium, 8 large, 40 very large.",
    );
  });
});
