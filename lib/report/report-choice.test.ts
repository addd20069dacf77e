import { describe, expect, test } from "vitest";
import { choiceAsked, choiceOf, choiceSearch, WHOLE_REPORT } from "./report-choice";

describe("I choose what goes into the report", () => {
  test("everything, where I chose nothing", () => {
    expect(choiceAsked({})).toEqual(WHOLE_REPORT);
    expect(choiceSearch(WHOLE_REPORT)).toBe("");
  });

  test("what I ticked and no more; the files get the same as the page", () => {
    const asked = choiceAsked({ chosen: "yes", include: ["findings", "sensitive"], marking: "commercial" });
    expect(asked).toEqual({
      parts: new Set(["findings"]),
      notes: false,
      sensitive: true,
      marking: "commercial",
    });
    expect(choiceOf(new URLSearchParams(choiceSearch(asked ?? WHOLE_REPORT)))).toEqual(asked);
  });

  test("a report of nothing cannot be made, and a marking nobody knows is the usual one", () => {
    expect(choiceAsked({ chosen: "yes", include: "notes" })).toBeNull();
    expect(choiceAsked({ marking: "Top secret" })?.marking).toBe("confidential");
  });
});
