import { describe, expect, it } from "vitest";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework, answersAt } from "@/tests/support/framework";
import { isoDate } from "./dates";
import { listedTargets } from "./target-list";
import { targetStanding, targetStandingInWords } from "./target-standing";
import { templatesFor } from "./target-templates";
import { overDimensions, targetsIn } from "./targets";

const framework = aFramework([
  aDimension("dA", [
    aCapability("a1", { gateFor: ["acute"], sensitive: true }),
    aCapability("a2", { gateFor: ["acute"] }),
  ]),
  aDimension("dB", [aCapability("b1"), aCapability("b2")]),
]);
const answers = answersAt(framework, { a1: 2, a2: 3, b1: 2, b2: 4 });
const standing = {
  framework,
  setting: "acute" as const,
  answers,
  result: score(framework, "acute", answers),
};
const today = new Date("2026-11-23T00:00:00Z");
const target = (capabilityId: string, level: number, scope = "organisation", by: Date | null = null) => ({
  capabilityId,
  scope,
  level,
  by,
  reason: "Agreed",
});

describe("A digital lead looks at all targets", () => {
  it("finds a dimension's first, then its capabilities', the care setting's own in place of the trust's", () => {
    const targets = [
      target("dB", 4),
      target("b1", 3),
      target("b1", 5, "acute"),
      target("a2", 4, "community"),
    ];
    const [a, b] = listedTargets(standing, targets, today, { showSensitive: true });
    expect(a?.items).toEqual([]);
    expect(a?.without.map(({ id }) => id)).toEqual(["a1", "a2"]);
    expect(b?.items.map(({ title, target: { level } }) => [title, level])).toEqual([
      ["All of Dimension dB", 4],
      ["b1 Capability b1", 5],
    ]);
    expect(b?.without.map(({ id }) => id)).toEqual(["b2"]);
  });

  it("is told of one below today's level, one reached and one whose date has passed; none is lost", () => {
    const past = new Date("2026-11-22T00:00:00Z");
    expect(targetStanding({ level: 2, by: past }, 3, today)).toBe("below_today");
    expect(targetStanding({ level: 3, by: past }, 3, today)).toBe("reached");
    expect(targetStanding({ level: 4, by: past }, 3, today)).toBe("overdue");
    expect(targetStanding({ level: 4, by: today }, 3, today)).toBe("open");
    expect(targetStanding({ level: 4, by: null }, 3, today)).toBe("open");
    expect(targetStandingInWords("below_today")).toBe("Below today’s level, so it asks for nothing");
  });

  it("who may not see sensitive items is told of none of their targets", () => {
    const sections = listedTargets(standing, [target("a1", 4)], today, { showSensitive: false });
    expect(JSON.stringify(sections.map(({ items, without }) => [items, without]))).not.toContain('"a1');
  });

  it("a dimension's target holds where there is no other", () => {
    const held = targetsIn("acute", overDimensions(framework, [target("b1", 3), target("dB", 5)]));
    expect([held.get("b1")?.level, held.get("b2")?.level, held.get("b2")?.dimensionId]).toEqual([3, 5, "dB"]);
    expect(held.has("a1")).toBe(false);
  });
});

describe("A digital lead takes targets from a template", () => {
  const levelsOf = (id: string) => {
    const published = [
      { odsCode: "ZZQ", organisationName: "The board", levels: { b1: 3, b2: 3, z9: 3 } },
    ] as const;
    return [...(templatesFor(standing, published, today).find((choice) => choice.id === id)?.levels ?? [])];
  };

  it("safeguards at Established, the shortest way to the next stage, and what its system published", () => {
    expect(levelsOf("safeguards")).toEqual([["a1", 3]]);
    expect(levelsOf("next-stage")).toContainEqual(["a1", 3]);
    expect(levelsOf("ZZQ")).toEqual([["b1", 3]]);
  });

  it("is offered none that asks for nothing", () => {
    const there = answersAt(framework, { a1: 5, a2: 5, b1: 5, b2: 5 });
    const top = { ...standing, answers: there, result: score(framework, "acute", there) };
    const published = [{ odsCode: "ZZQ", organisationName: "The board", levels: { b1: 3 as const } }];
    expect(templatesFor(top, published, today)).toEqual([]);
  });

  it.each([
    ["2026-11-23", "2027-03-31"],
    ["2026-12-31", "2027-03-31"],
    // A small piece of work takes three months.
    ["2027-01-01", "2028-03-31"],
    ["2027-04-01", "2028-03-31"],
  ])("on %s the next stage is proposed for %s, and no other template for a day", (on, by) => {
    const published = [{ odsCode: "ZZQ", organisationName: "The board", levels: { b1: 3 as const } }];
    const proposed = templatesFor(standing, published, new Date(`${on}T00:00:00Z`));
    expect(proposed.map(({ id, by }) => [id, by && isoDate(by)])).toEqual([
      ["safeguards", null],
      ["next-stage", by],
      ["ZZQ", null],
    ]);
  });
});
