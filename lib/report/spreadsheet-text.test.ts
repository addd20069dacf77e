import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadsheetText } from "./spreadsheet-text";

describe("A note that looks like a formula reaches a spreadsheet as text", () => {
  it.each([
    ['=HYPERLINK("http://example.org","Click")'],
    ["+44 20 7946 0000"],
    ["-1+1"],
    ["@SUM(A1:A2)"],
    ["\t=1+1"],
    ["\r=1+1"],
    ["\n=1+1"],
    ["＝1+1"],
    ["＋1"],
    ["－1"],
    ["＠SUM(1)"],
    [" =1+1"],
    ["\u00A0=1+1"],
    ["\u200B=1+1"],
    ["\uFEFF=1+1"],
  ])("puts an apostrophe before %j", (typed) => {
    expect(spreadsheetText(typed)).toBe(`'${typed}`);
  });

  it("is not fooled by a character that is taken out", () => {
    expect(spreadsheetText("\u0001=1+1")).toBe("'=1+1");
    expect(spreadsheetText("\uD800=1+1")).toBe("'=1+1");
  });

  it.each([
    ["Seen on 3 of 12 wards; A = B"],
    ["80% of wards"],
    ["'quoted' already"],
    ["First line\nsecond line"],
    ["Café, naïve, 𝒳 and 👩🏽‍⚕️"],
    [" led by a space"],
    [""],
  ])("leaves %j alone", (typed) => {
    expect(spreadsheetText(typed)).toBe(typed);
  });

  it("never starts with what starts a formula, whatever was typed", () => {
    const start = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\n",
      "＝",
      "＋",
      "－",
      "＠",
      " ",
      "\u0000",
      "x",
    );
    fc.assert(
      fc.property(fc.array(start, { maxLength: 4 }), fc.string({ unit: "binary" }), (starts, rest) => {
        const typed = starts.join("") + rest;
        const text = spreadsheetText(typed);
        expect(text.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
        expect(text).not.toMatch(/^[\t\r\n]/);
        expect([text, text.slice(1)]).toContain(
          typed.replace(/[\0-\x08\v\f\x0E-\x1F\x7F\uFFFE\uFFFF]|\p{Surrogate}/gu, ""),
        );
      }),
    );
  });
});
