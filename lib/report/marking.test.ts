import { describe, expect, test } from "vitest";
import { markingInWords } from "./marking";

describe("I choose what is printed at the head of every page", () => {
  test("a draft says so whatever I choose", () => {
    expect(markingInWords("commercial", { signedOff: false, sensitive: false })).toBe(
      "Draft, not signed off. Commercial in confidence",
    );
    expect(markingInWords("none", { signedOff: false, sensitive: false })).toBe("Draft, not signed off");
  });

  test("a copy that names sensitive capabilities cannot go unmarked", () => {
    expect(markingInWords("none", { signedOff: true, sensitive: true })).toBe(
      "Confidential: names sensitive capabilities",
    );
    expect(markingInWords("none", { signedOff: true, sensitive: false })).toBe("");
  });
});
