import { describe, expect, test } from "vitest";
import { frontSheetFields } from "./front-sheet-fields";

const typed = (changes: object = {}) => ({
  ods: "ZZA",
  version: "3",
  title: " Digital maturity ",
  purpose: "decision",
  assuranceLevels: "Substantial\r\nPartial\n\nPartial",
  ...changes,
});
const errorsIn = (changes: object) =>
  frontSheetFields.safeParse(typed(changes)).error?.issues.map(({ path, message }) => [path[0], message]);

describe("I fill in the front sheet", () => {
  test("empty fields are kept empty, lists one a line, one ticked box is a list of one", () => {
    const { data } = frontSheetFields.safeParse(typed({ cqcDomains: "well_led" }));
    expect(data).toMatchObject({
      ods: "ZZA",
      version: 3,
      sheet: {
        title: "Digital maturity",
        meetingOn: null,
        assuranceLevels: ["Substantial", "Partial"],
        cqcDomains: ["well_led"],
        recommendation: "",
      },
    });
  });

  test("what is wrong is said at its field", () => {
    expect(errorsIn({ title: "" })).toEqual([["title", "Enter the title of the paper"]]);
    expect(errorsIn({ "meetingOn-day": "31", "meetingOn-month": "2", "meetingOn-year": "2027" })).toEqual([
      ["meetingOn", "Enter a real date, such as 3 12 2026, or leave all three boxes empty"],
    ]);
    // All of it at once, not one thing after the other was put right.
    expect(errorsIn({ title: "", "meetingOn-day": "31", assuranceLevel: "Full" })).toEqual([
      ["title", "Enter the title of the paper"],
      ["meetingOn", "Enter a real date, such as 3 12 2026, or leave all three boxes empty"],
      ["assuranceLevel", "Choose an assurance level from your list, or add it to the list"],
    ]);
    expect(errorsIn({ assuranceLevel: "Full" })).toEqual([
      ["assuranceLevel", "Choose an assurance level from your list, or add it to the list"],
    ]);
    expect(errorsIn({ implications: "x".repeat(2001) })).toEqual([
      ["implications", "Enter 2000 characters or fewer"],
    ]);
    expect(errorsIn({ assuranceLevels: Array.from({ length: 11 }, (_, n) => `L${n}`).join("\n") })).toEqual([
      ["assuranceLevels", "List 10 assurance levels or fewer, one a line"],
    ]);
  });
});
