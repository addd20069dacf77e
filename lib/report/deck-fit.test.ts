import { describe, expect, test } from "vitest";
import { listSize, tableFit } from "./deck-fit";

const place = { w: 12, h: 5 };
const table = (rows: string[][]) => ({
  alt: "",
  columns: [
    { header: "Action", share: 3 },
    { header: "Owner", share: 1 },
  ],
  rows,
});
const sentence = "A sentence of some length that says one thing about the trust.";

describe("I read a slide from the back of the room", () => {
  test("a few words stand large, many smaller, and never below 11 points", () => {
    const size = (count: number) =>
      listSize(
        Array.from({ length: count }, () => sentence),
        place,
      );
    expect(size(3)).toBe(24);
    expect(size(12)).toBeLessThan(size(3));
    expect(size(500)).toBe(11);
  });

  test("a narrow list is set smaller than a wide one of the same words", () => {
    const items = Array.from({ length: 8 }, () => sentence);
    expect(listSize(items, { w: 3, h: 5 })).toBeLessThan(listSize(items, place));
  });

  test("a table fills its place with larger words and taller rows, and stays within it", () => {
    const rows = (count: number) => Array.from({ length: count }, () => [sentence, "Head of digital"]);
    const few = tableFit(table(rows(2)), place);
    const many = tableFit(table(rows(12)), place);
    expect(few.size).toBe(20);
    expect(many.size).toBeLessThan(few.size);
    expect(many.rowHeight * 13).toBeLessThanOrEqual(place.h);
  });

  test("no word of a table is broken where a smaller size keeps it whole", () => {
    const figures = { ...table([["£1,250,000", "Infrastructure"]]), columns: table([]).columns };
    const wide = tableFit(figures, { w: 12, h: 5 });
    const narrow = tableFit(figures, { w: 5, h: 5 });
    expect([wide.size, narrow.size]).toEqual([20, 12]);
  });

  test("one long cell counts with all of its lines", () => {
    const short = tableFit(table([["Short", "Head of digital"]]), place);
    const long = tableFit(table([[sentence.repeat(40), "Head of digital"]]), place);
    expect(long.size).toBeLessThan(short.size);
  });
});
