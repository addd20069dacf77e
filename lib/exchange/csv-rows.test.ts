import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRows } from "./csv-rows";

const cellsOf = (text: string) => csvRows(text).rows.map(({ cells }) => cells);

describe("I hand in a CSV file", () => {
  test("with quotes, commas and line breaks in its values, and each is read as it was meant", () => {
    expect(csvRows('"R1A","A, B ""C"""\r\n"R1B","two\nlines"\r\nR1C,x')).toEqual({
      rows: [
        { line: 1, cells: ["R1A", 'A, B "C"'] },
        { line: 2, cells: ["R1B", "two\nlines"] },
        { line: 4, cells: ["R1C", "x"] },
      ],
      problem: null,
    });
  });

  test("with empty values, empty lines and any line end", () => {
    expect(cellsOf('"",,a\n\n\r\nb,\rc')).toEqual([["", "", "a"], ["b", ""], ["c"]]);
    expect(cellsOf("a,")).toEqual([["a", ""]]);
    expect(cellsOf("")).toEqual([]);
  });

  test.each([
    ['"a","b', 1, 2, "no closing one"],
    ['a\n"b"c,d', 2, 1, "after its closing quote"],
    ['a\nb,c"d', 2, 2, "not in quotes"],
  ])("%j: I am told the line and the column", (text, line, column, message) => {
    expect(csvRows(text).problem).toEqual({ line, column, message: expect.stringContaining(message) });
  });

  test("of any values at all, and they come back", () => {
    const cell = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const text = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","))
          .join("\r\n");
        expect(cellsOf(text)).toEqual(rows);
      }),
    );
  });

  test("that is no CSV at all, and it is answered all the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(csvRows(text).rows.length).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
