import { describe, expect, test } from "vitest";
import { pointsInWords } from "./effort-words";

describe("effort in points", () => {
  test("one, several, and thousands with a comma", () => {
    expect([1, 34, 1055].map(pointsInWords)).toEqual(["1 point", "34 points", "1,055 points"]);
  });
});
