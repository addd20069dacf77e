import { expect, it } from "vitest";
import { meanWorking } from "./working";

const at = (low: number, high = low, weight = 1) => ({ capability: { weight }, low, high });

it("a mean can be checked by hand, with weights where there are any and both ends of a range", () => {
  expect(meanWorking([at(3), at(2), at(3), at(3)])?.low).toBe("(3 + 2 + 3 + 3) ÷ 4 = 2.75");
  expect(meanWorking([at(3, 3, 2), at(1, 4)])).toEqual({
    low: "(2 × 3 + 1) ÷ 3 = 2.333",
    high: "(2 × 3 + 4) ÷ 3 = 3.333",
  });
  expect(meanWorking([at(3), at(3)])?.low).toBe("(3 + 3) ÷ 2 = 3.0");
  expect(meanWorking([])).toBeNull();
});
