import { expect, test } from "vitest";
import { criteriaIn, findCapability } from "@/lib/framework/find";
import { nameIn, stemIn, textIn } from "@/lib/framework/wording";
import { aCapability, aCriterion, aDimension, aFramework, levelsOf } from "@/tests/support/framework";

const framework = aFramework([
  aDimension("A", [
    aCapability("a1", {
      name: "Electronic patient record",
      wording: { ambulance: { name: "Care record on every vehicle" } },
      levels: levelsOf({
        2: [
          aCriterion("a1-l2-a", { text: "Wards use it.", wording: { ambulance: "Crews use it." } }),
          aCriterion("a1-l2-b", { appliesTo: ["acute", "community"] }),
          aCriterion("a1-l2-c", { appliesTo: ["ambulance"] }),
        ],
      }),
    }),
  ]),
]);
const capability = findCapability(framework, "a1")!;

test("an ambulance service reads about crews, everyone else the default wording", () => {
  const [first] = criteriaIn(capability, ["ambulance"])[1]!.criteria;
  expect(nameIn(capability, "ambulance")).toBe("Care record on every vehicle");
  expect(nameIn(capability, "acute")).toBe("Electronic patient record");
  expect(nameIn(capability, null)).toBe("Electronic patient record");
  expect(stemIn(capability, "ambulance")).toBe(capability.stem);
  expect(textIn(first!, "ambulance")).toBe("Crews use it.");
  expect(textIn(first!, "specialist")).toBe("Wards use it.");
  expect(textIn(first!, null)).toBe("Wards use it.");
});

test("an answer for several settings is asked what applies in any of them, in file order", () => {
  const ids = (settings: Parameters<typeof criteriaIn>[1]) =>
    criteriaIn(capability, settings).map(({ criteria }) => criteria.map(({ id }) => id));
  expect(ids(["acute"])).toEqual([[], ["a1-l2-a", "a1-l2-b"], [], [], []]);
  expect(ids(["ambulance", "acute"])).toEqual([[], ["a1-l2-a", "a1-l2-b", "a1-l2-c"], [], [], []]);
});
