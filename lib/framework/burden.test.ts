import { expect, test } from "vitest";
import { burdenOf } from "@/lib/framework/burden";
import { aCapability, aCriterion, aDimension, aFramework, levelsOf } from "@/tests/support/framework";

const wards = (share: string) => `At least ${share} of wards wrote their notes in the record last month.`;

function asking(third: string, most: string) {
  const criteria = levelsOf({
    2: [
      aCriterion("c01-1-l2-a", { text: third }),
      aCriterion("c01-1-l2-b", { text: "A named lead exists." }),
    ],
    3: [aCriterion("c01-1-l3-a", { text: most })],
    4: [aCriterion("c01-1-l4-a", { appliesTo: ["ambulance"] })],
  });
  return aFramework([aDimension("d01", [aCapability("c01-1", { levels: criteria })])]);
}

test("I count once, and read the higher share off the same figure: a minute, not ten", () => {
  const { criteria, judged, figures, hours } = burdenOf(asking(wards("a third"), wards("80%")), "acute");
  expect(criteria).toBe(3);
  expect(judged).toBeCloseTo(1 + 1 + 0.9);
  expect(figures).toBe(1);
  expect(hours * 60).toBeCloseTo(10 + 4 + 0.9);
});

test("another figure at level 3 is counted for itself", () => {
  const other = "At least 80% of devices on the register were younger than five years.";
  expect(burdenOf(asking(wards("a third"), other), "acute").hours * 60).toBeCloseTo(10 + 4 + 9);
});

test("what only another care setting is asked costs this one nothing", () => {
  const framework = asking(wards("a third"), wards("80%"));
  expect(burdenOf(framework, "ambulance").criteria).toBe(4);
  expect(burdenOf(framework, "acute").criteria).toBe(3);
});
