import { describe, expect, test } from "vitest";
import type { Level } from "@/lib/framework/schema";
import { levelOf } from "@/lib/scoring/level";
import { aCapability, aCriterion, aDimension, aFramework, levelsOf } from "@/tests/support/framework";
import { rapidCheckAnswers } from "./rapid-check-answers";

const framework = aFramework([
  aDimension("A", [
    aCapability("a1"),
    aCapability("a2", {
      scope: "setting",
      levels: levelsOf({
        2: [aCriterion("a2-l2-a"), aCriterion("a2-l2-b", { appliesTo: ["community"] })],
        3: [aCriterion("a2-l3-a")],
        4: [aCriterion("a2-l4-a")],
        5: [aCriterion("a2-l5-a")],
      }),
    }),
    aCapability("a3", { scope: "setting", appliesTo: ["community"] }),
  ]),
  aDimension("B", [aCapability("b1")]),
]);

const chosen = new Map<string, Level>([
  ["A", 3],
  ["B", 1],
]);

const carried = (existing: Parameters<typeof rapidCheckAnswers>[3] = []) =>
  rapidCheckAnswers(framework, ["acute", "community"], { setting: "acute", chosen }, existing);
const places = (answers: ReturnType<typeof carried>) =>
  answers.map(({ capabilityId, scope }) => `${capabilityId} ${scope}`);

describe("a digital lead carries a rapid check of acute care into the trust's full assessment", () => {
  test("each capability of acute care starts at its dimension's level, in the scope it is answered in", () => {
    expect(places(carried())).toEqual(["a1 organisation", "a2 acute", "b1 organisation"]);
    for (const { capabilityId, criteria } of carried()) {
      const capability = framework.dimensions
        .flatMap((one) => one.capabilities)
        .find(({ id }) => id === capabilityId);
      if (!capability) throw new Error(capabilityId);
      const { low, high } = levelOf(capability, ["acute"], { criteria });
      expect([low, high]).toEqual(capabilityId === "b1" ? [1, 1] : [3, 3]);
    }
  });

  test("criteria of another care setting are not decided for it", () => {
    expect(Object.keys(carried()[1]?.criteria ?? {})).not.toContain("a2-l2-b");
  });

  test("the note says where the answer came from, and nobody is said to be sure of it", () => {
    expect(carried()[0]).toMatchObject({
      note: "From a rapid check, which put the whole of Dimension A at level 3.",
      confidence: "low",
      notApplicable: null,
    });
  });

  test("what somebody answered stays theirs, an answer of the care setting's own included", () => {
    const row = (capabilityId: string, scope: string, withdrawn = false) => ({
      capabilityId,
      scope,
      withdrawn,
    });
    expect(places(carried([row("a1", "organisation"), row("a2", "acute")]))).toEqual(["b1 organisation"]);
    expect(places(carried([row("a1", "acute")]))).not.toContain("a1 organisation");
    expect(places(carried([row("a1", "acute", true)]))).toContain("a1 organisation");
    expect(places(carried([row("a2", "community")]))).toContain("a2 acute");
  });

  test("a dimension with no level, or a care setting the assessment does not cover, brings nothing", () => {
    const onlyB = new Map<string, Level>([["B", 2]]);
    expect(rapidCheckAnswers(framework, ["acute"], { setting: "acute", chosen: onlyB }, [])).toHaveLength(1);
    expect(rapidCheckAnswers(framework, ["community"], { setting: "acute", chosen }, [])).toEqual([]);
  });
});
