import { describe, expect, test } from "vitest";
import { yearName, yearTyped } from "./financial-year";
import { poundsInWords, poundsTyped, tenthsInWords, tenthsTyped } from "./money-words";

describe("I type what something costs", () => {
  test.each([
    ["£1,250,000", 1_250_000],
    [" 120 000 ", 120_000],
    ["0", 0],
    ["", null],
    ["-5", "negative"],
    ["(5,000)", "negative"],
    ["12.50", undefined],
    ["12,5", undefined],
    ["1,2500", undefined],
    ["about 5k", undefined],
    ["99999999999", 99_999_999_999],
    ["9999999999999999", undefined],
  ])("%j is read as %j", (typed, read) => {
    expect(poundsTyped(typed)).toBe(read);
  });

  test("and read it back", () => {
    expect(poundsInWords(1_250_000)).toBe("£1,250,000");
  });
});

test.each([
  ["2027/28", 2027],
  ["2027-28", 2027],
  ["2027/2028", 2027],
  ["2027", 2027],
  ["2099/00", 2099],
  ["2027/29", undefined],
  ["27/28", undefined],
  ["next year", undefined],
  ["1999/00", undefined],
])("the financial year %j is read as %j", (typed, read) => {
  expect(yearTyped(typed)).toBe(read);
  if (read !== undefined) expect(yearTyped(yearName(read))).toBe(read);
});

test.each([
  ["1.4", 14, "1.4%"],
  ["2%", 20, "2.0%"],
  ["-0.3", -3, "−0.3%"],
])("growth %j is read as tenths and read back", (typed, tenths, shown) => {
  expect(tenthsTyped(typed)).toBe(tenths);
  expect(tenthsInWords(tenths)).toBe(shown);
});

test.each([["1.45"], ["two"], ["200"]])("growth %j is not guessed at", (typed) => {
  expect(tenthsTyped(typed)).toBeUndefined();
});
