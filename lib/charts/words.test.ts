import { describe, expect, test } from "vitest";
import { cutTo, linesOf, widthOf } from "./words";

describe("a label has to fit where it stands", () => {
  const label = "6.4 Technology assurance and supplier management";

  test("it is broken between words, none of them lost, each line within the width", () => {
    const lines = linesOf(label, 200, 14, 3);
    expect(lines.join(" ")).toBe(label);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(widthOf(line, 14)).toBeLessThanOrEqual(200);
  });

  test("when the lines run out the last one says that there is more", () => {
    const lines = linesOf(label, 120, 14, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });

  test("a word longer than a line is cut rather than run over its neighbour", () => {
    const [only, ...others] = linesOf("Averylongwordwithoutanyplacetobreakit", 100, 14, 1);
    expect(others).toEqual([]);
    expect(only).toMatch(/^Avery.*…$/);
    expect(widthOf(only ?? "", 14)).toBeLessThanOrEqual(100);
  });

  test("what fits is left alone, and wide letters are known to be wide", () => {
    expect(cutTo("Technology", 200, 14)).toBe("Technology");
    expect(widthOf("WWWW", 14)).toBeGreaterThan(3 * widthOf("iiii", 14));
  });

  test("there is room for the typeface that stands in where there is no Arial", () => {
    // As DejaVu Sans sets them, 100 pixels high.
    const asSet = [
      ["9.2 Data quality measured and owned", 1918],
      ["12.5 Remote monitoring and self-care: patients at home", 2815],
      ["29 September 2028", 999],
    ] as const;
    for (const [words, wide] of asSet) expect(widthOf(words, 100)).toBeGreaterThanOrEqual(wide);
  });

  test("a hundred thousand pasted characters are cut at once", () => {
    const pasted = "a".repeat(100_000);
    expect(linesOf(pasted, 100, 14, 2)[0]).toMatch(/^a{5,20}…$/);
  });
});
