import { describe, expect, it } from "vitest";
import { REASON_LIMIT, targetFields } from "./target-fields";

const typed = {
  assessmentId: "1",
  setting: "acute",
  capabilityId: "c06-3",
  scope: "organisation",
  version: "0",
  owner: "Chief digital officer",
  level: "3",
  "by-day": "31",
  "by-month": "3",
  "by-year": "2027",
  reason: " The board asked for it ",
};
const problemsOf = (changes: Record<string, string>) =>
  targetFields
    .safeParse({ ...typed, ...changes })
    .error?.issues.map(({ path, message }) => [path.join(), message]);

describe("A digital lead sets a target", () => {
  it("reads the level, the day and the reason", () => {
    expect(targetFields.parse(typed)).toMatchObject({
      level: 3,
      by: new Date("2027-03-31T00:00:00Z"),
      reason: "The board asked for it",
      owner: "Chief digital officer",
    });
  });

  it("takes a target without a date", () => {
    const none = { "by-day": "", "by-month": " ", "by-year": "" };
    expect(targetFields.parse({ ...typed, ...none }).by).toBeNull();
  });

  it.each([
    [{ "by-day": "31", "by-month": "2" }],
    [{ "by-day": "" }],
    [{ "by-year": "27" }],
    [{ "by-month": "March" }],
    [{ "by-day": "0" }],
  ])("does not guess at a date that is not one: %j", (changes) => {
    expect(problemsOf(changes)).toEqual([
      ["by", "Enter a real date, such as 31 3 2027, or leave all three boxes empty"],
    ]);
  });

  it("wants a level and a reason within the limit stated on the page", () => {
    expect(problemsOf({ level: "" })).toEqual([["level", "Choose the level you want to reach"]]);
    expect(problemsOf({ reason: "  " })).toEqual([["reason", "Enter why this level is wanted"]]);
    expect(problemsOf({ reason: "x".repeat(REASON_LIMIT + 1) })?.[0]?.[0]).toBe("reason");
  });

  it("tells everything that is wrong at once", () => {
    expect(problemsOf({ level: "", reason: "", "by-day": "40" })?.map(([field]) => field)).toEqual([
      "level",
      "reason",
      "by",
    ]);
  });
});
