import { describe, expect, it } from "vitest";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework, answersAt } from "@/tests/support/framework";
import { gapSections, workingInFigures } from "./gap-sections";

const framework = aFramework([
  aDimension("A", [
    aCapability("a1", { gateFor: ["acute"], sensitive: true, importance: 3 }),
    aCapability("a2", { gateFor: ["acute"] }),
    aCapability("a3"),
  ]),
]);
const answers = answersAt(framework, { a1: 2, a2: 1, a3: 2 });
const standing = {
  framework,
  setting: "acute" as const,
  answers,
  result: score(framework, "acute", answers),
};
const target = { capabilityId: "a3", scope: "acute", level: 4, by: null, reason: "The board asked" };

describe("“What first?” by a rule that a board can question", () => {
  it("lists each gap with its working and the criteria to meet up to its target", () => {
    const [mustDo, doSoon, planAndFund] = gapSections(standing, [target], { showSensitive: true });
    expect(mustDo?.items.map(({ gap, title }) => [title, gap.value, workingInFigures(gap)])).toEqual([
      ["a2 Capability a2", 24, "weight 8 × importance 2 × safeguard 1.5"],
      ["a1 Capability a1", 13.5, "weight 3 × importance 3 × safeguard 1.5"],
    ]);
    expect(doSoon?.items[0]).toMatchObject({
      title: "a3 Capability a3",
      setTarget: { level: 4, reason: "The board asked" },
      months: 3,
    });
    expect(doSoon?.items[0]?.criteria.map(({ id, level }) => [id, level])).toEqual([
      ["a3-l3-a", 3],
      ["a3-l4-a", 4],
    ]);
    expect(workingInFigures(doSoon!.items[0]!.gap)).toBe("weight 8 × importance 2");
    expect(planAndFund?.items).toEqual([]);
  });

  it("counts sensitive gaps without naming them to those who may not see them, and the only safeguard not at all", () => {
    const sections = gapSections(standing, [], { showSensitive: false });
    expect(sections[0]).toMatchObject({ hidden: 0 });
    const [a1, ...others] = framework.dimensions[0]?.capabilities ?? [];
    const [dimension] = framework.dimensions;
    const noGate = {
      ...framework,
      dimensions: [{ ...dimension!, capabilities: [{ ...a1!, gateFor: [] }, ...others] }],
    };
    const result = score(noGate, "acute", answers);
    const counted = gapSections({ ...standing, framework: noGate, result }, [], { showSensitive: false });
    expect(counted.reduce((sum, { hidden }) => sum + hidden, 0)).toBe(1);
    expect(sections.flatMap(({ items }) => items.map(({ capability }) => capability.id))).toEqual([
      "a2",
      "a3",
    ]);
  });
});
