import { expect, test } from "vitest";
import { firstFew } from "./first-few";

test("a list is told whole or its rest is counted, and nobody reads that there is 1 more", () => {
  expect(firstFew(["a", "b"], 3)).toEqual({ named: ["a", "b"], more: 0 });
  expect(firstFew(["a", "b", "c", "d"], 3)).toEqual({ named: ["a", "b", "c", "d"], more: 0 });
  expect(firstFew(["a", "b", "c", "d", "e"], 3)).toEqual({ named: ["a", "b", "c"], more: 2 });
});
