import fc from "fast-check";
import { expect, test } from "vitest";
import { shownFinely, shownScore } from "@/lib/scoring/shown";

test.each([
  [1, "1.0"],
  [2.86, "2.9"],
  [2.25, "2.3"],
  [2.35, "2.4"],
  [1.15, "1.2"],
  [7 / 3, "2.3"],
  [2.9499999999999997, "2.9"],
  [4.95, "5.0"],
  [5, "5.0"],
])("a board reads %d as %s", (value, shown) => {
  expect(shownScore(value)).toBe(shown);
});

test.each([
  [2.96, 3, "2.9"],
  [2.95, 3, "2.9"],
  [2.9999999, 3, "2.9"],
  [4.45, 4.5, "4.4"],
  [4.49, 4.5, "4.4"],
  [1.99, 2, "1.9"],
  [2.86, 2.9, "2.8"],
])(
  "a trust at %d that needs %d reads %s: a figure it has not reached is never shown",
  (value, needs, shown) => {
    expect(shownScore(value, needs)).toBe(shown);
  },
);

test.each([
  [2.86, 3, "2.9"],
  [1.75, 2, "1.8"],
  [4.44, 4.5, "4.4"],
  [3, 3, "3.0"],
  [3.26, 3, "3.3"],
])("a trust at %d that needs %d reads %s, the same as anywhere else", (value, needs, shown) => {
  expect(shownScore(value, needs)).toBe(shown);
  expect(shownScore(value)).toBe(shown);
});

test("whatever a trust scores below what it needs, the figure shown is smaller, and off by less than a tenth", () => {
  const tenths = fc.integer({ min: 10, max: 50 }).map((whole) => whole / 10);
  const scores = fc.double({ min: 1, max: 5, noNaN: true });
  fc.assert(
    fc.property(scores, tenths, (value, needs) => {
      fc.pre(value < needs);
      const shown = Number(shownScore(value, needs));
      expect(shown).toBeLessThan(needs);
      expect(Math.abs(shown - value)).toBeLessThan(0.1 + 1e-9);
      const finely = Number(shownFinely(value, needs));
      expect(finely).toBeLessThan(needs);
      expect(Math.abs(finely - value)).toBeLessThan(0.01 + 1e-9);
    }),
  );
});

test.each([
  [2, "2.00"],
  [2.353, "2.35"],
  [2.345, "2.35"],
  [1.005, "1.01"],
  [2.996, "3.00"],
])("where a tenth is too coarse, %d reads %s", (value, shown) => {
  expect(shownFinely(value)).toBe(shown);
});

test.each([
  [2.996, 3, "2.99"],
  [2.994, 3, "2.99"],
  [2.986, 3, "2.99"],
  [3.006, 3, "3.01"],
  [3, 3, "3.00"],
])("in hundredths too, %d that needs %d reads %s", (value, needs, shown) => {
  expect(shownFinely(value, needs)).toBe(shown);
});

test("what is no score is refused, not drawn", () => {
  expect(() => shownScore(Number.NaN)).toThrow(RangeError);
  expect(() => shownScore(-1)).toThrow(RangeError);
});
