import { expect, test } from "vitest";
import { shownScore } from "@/lib/scoring/shown";

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
  [2.86, 3, "2.8"],
  [2.9999999, 3, "2.9"],
  [3, 3, "3.0"],
  [3.26, 3, "3.3"],
  [4.45, 4.5, "4.4"],
])(
  "%d where %d is needed is shown as %s: never rounded up to what it has not reached",
  (value, needs, shown) => {
    expect(shownScore(value, needs)).toBe(shown);
  },
);
