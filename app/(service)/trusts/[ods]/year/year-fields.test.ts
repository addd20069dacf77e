import { describe, expect, it } from "vitest";
import { yearFields } from "./year-fields";

const typed = {
  ods: "ZZA",
  version: "2",
  "dmaOpens-day": "1",
  "dmaOpens-month": "4",
  "dmaOpens-year": "2027",
};
const problemsOf = (changes: Record<string, string>) =>
  yearFields
    .safeParse({ ...typed, ...changes })
    .error?.issues.map(({ path, message }) => [path.join(), message]);

describe("I type the dates of our year", () => {
  it("reads each date that is typed, and none where the boxes are empty", () => {
    expect(yearFields.parse(typed)).toEqual({
      ods: "ZZA",
      dates: {
        planningReturn: null,
        dspt: null,
        dmaOpens: new Date("2027-04-01"),
        dmaCloses: null,
        boardReview: null,
        version: 2,
      },
    });
  });

  it("does not guess at a date that is not one, and tells all of them at once", () => {
    const message = (of: string) =>
      `Enter a real date for “${of}”, such as 31 3 2027, or leave all three boxes empty`;
    expect(
      problemsOf({ "dspt-day": "31", "dspt-month": "6", "dspt-year": "2027", "boardReview-day": "3" }),
    ).toEqual([
      ["dspt", message("Data Security and Protection Toolkit (DSPT) return")],
      ["boardReview", message("Board’s assurance review")],
    ]);
  });

  it("wants no assessment that closes before it opens", () => {
    expect(problemsOf({ "dmaCloses-day": "31", "dmaCloses-month": "3", "dmaCloses-year": "2027" })).toEqual([
      ["dmaCloses", "The day it closes must be the day it opens or later"],
    ]);
  });
});
