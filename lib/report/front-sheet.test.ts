import { describe, expect, test } from "vitest";
import { emptyFrontSheet, frontSheetRows, recommendationsOf } from "./front-sheet";

describe("the front sheet of our board paper", () => {
  test("leaves out what we left empty, and says the rest in words", () => {
    const sheet = {
      ...emptyFrontSheet,
      meetingOn: new Date("2026-12-03T00:00:00Z"),
      purpose: "decision" as const,
    };
    expect(frontSheetRows({ ...sheet, cqcDomains: ["safe", "well_led"] })).toEqual([
      { name: "Meeting", value: "Board of directors" },
      { name: "Date", value: "3 December 2026" },
      { name: "Purpose", value: "Decision" },
      { name: "Care Quality Commission key questions", value: "Safe, Well led" },
    ]);
  });

  test("has one recommendation a line", () => {
    expect(recommendationsOf({ ...emptyFrontSheet, recommendation: " Note it.\r\n\n Fund it. " })).toEqual([
      "Note it.",
      "Fund it.",
    ]);
  });
});
