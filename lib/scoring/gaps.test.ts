import { describe, expect, test } from "vitest";
import type { Level } from "@/lib/framework/schema";
import { gapLists } from "@/lib/scoring/gaps";
import {
  aCapability,
  aCriterion,
  aDimension,
  aFramework,
  anAnswer,
  answersAt,
  levelsOf,
  type CapabilityInput,
} from "@/tests/support/framework";

/** A capability whose level 2 and level 3 cost this much each. */
function costing(
  id: string,
  two: "S" | "M" | "L",
  three: "S" | "M" | "L",
  change: Partial<CapabilityInput> = {},
) {
  const levels = levelsOf({
    2: [aCriterion(`${id}-l2-a`, { effort: two })],
    3: [aCriterion(`${id}-l3-a`, { effort: three })],
    4: [aCriterion(`${id}-l4-a`)],
    5: [aCriterion(`${id}-l5-a`)],
  });
  return aCapability(id, { levels, ...change });
}

const framework = aFramework([
  aDimension("A", [
    costing("gate", "M", "S", { gateFor: ["acute"] }),
    costing("quick", "S", "S"),
    costing("medium", "M", "M", { importance: 3 }),
    costing("large", "S", "L"),
    costing("optional", "S", "S", {
      mayBeNotApplicable: { reasons: [{ id: "not_provided", text: "Not provided" }] },
    }),
  ]),
]);

const NO_TARGETS = new Map<string, { level: Level }>();
const ALL_AT_TARGET = { gate: 3, quick: 3, medium: 3, large: 3, optional: 3 } as const;
const byDefault = { importance: null, effort: null };
const named = (gaps: { capability: string }[]) => gaps.map(({ capability }) => capability);

describe("a digital lead asks what to do first", () => {
  test("safeguards must be done, small things soon, large ones are planned and funded", () => {
    const answers = answersAt(framework, { gate: 2, quick: 2, medium: 1, large: 2, optional: "N/A" });
    const lists = gapLists(framework, "acute", answers, NO_TARGETS);
    expect(lists).toEqual({
      mustDo: [
        {
          capability: "gate",
          level: 2,
          target: 3,
          gap: 1,
          weight: 3,
          importance: 2,
          gateBoost: 1.5,
          value: 9,
          effort: 1,
          byDefault,
          missing: ["gate-l3-a"],
        },
      ],
      doSoon: [
        {
          capability: "quick",
          level: 2,
          target: 3,
          gap: 1,
          weight: 3,
          importance: 2,
          gateBoost: 1,
          value: 6,
          effort: 1,
          byDefault,
          missing: ["quick-l3-a"],
        },
        {
          capability: "medium",
          level: 1,
          target: 3,
          gap: 2,
          weight: 8,
          importance: 3,
          gateBoost: 1,
          value: 24,
          effort: 6,
          byDefault,
          missing: ["medium-l2-a", "medium-l3-a"],
        },
      ],
      planAndFund: [expect.objectContaining({ capability: "large", effort: 8, value: 6 })],
    });
  });

  test("what is at its target, or not applicable, is in no list", () => {
    const answers = answersAt(framework, { ...ALL_AT_TARGET, optional: "N/A" });
    expect(gapLists(framework, "acute", answers, NO_TARGETS)).toEqual({
      mustDo: [],
      doSoon: [],
      planAndFund: [],
    });
  });

  test("the trust's own target and importance count instead of the defaults", () => {
    const answers = answersAt(framework, ALL_AT_TARGET);
    const targets = new Map([
      ["quick", { level: 5 as const }],
      ["gate", { level: 2 as const }],
    ]);
    const { doSoon, mustDo } = gapLists(framework, "acute", answers, targets, {
      importance: new Map([["quick", 3]]),
    });
    expect(mustDo).toEqual([]);
    expect(doSoon).toEqual([
      expect.objectContaining({
        capability: "quick",
        target: 5,
        gap: 2,
        weight: 8,
        importance: 3,
        value: 24,
      }),
    ]);
  });

  test("a gate elsewhere is no gate here", () => {
    const answers = answersAt(framework, { ...ALL_AT_TARGET, gate: 2 }, "community");
    const lists = gapLists(framework, "community", answers, NO_TARGETS);
    expect(named(lists.mustDo)).toEqual([]);
    expect(lists.doSoon).toEqual([expect.objectContaining({ capability: "gate", gateBoost: 1, value: 6 })]);
  });

  test("criteria met above the level are not asked for again; undecided and not known ones are", () => {
    const answers = new Map([
      ...answersAt(framework, ALL_AT_TARGET),
      ["large", anAnswer({ "large-l2-a": "not_known", "large-l3-a": "met" })] as const,
    ]);
    const { doSoon } = gapLists(framework, "acute", answers, NO_TARGETS);
    expect(doSoon).toEqual([
      expect.objectContaining({ capability: "large", level: 1, gap: 2, effort: 1, missing: ["large-l2-a"] }),
    ]);
  });

  test("one gap of three levels outranks one of two, and equals stand in framework order", () => {
    const flat = aFramework([
      aDimension(
        "A",
        ["a1", "a2", "a3", "a4"].map((id) => costing(id, "L", "L")),
      ),
    ]);
    const answers = answersAt(flat, { a1: 2, a2: 1, a3: 2, a4: 1 });
    const targets = new Map([["a4", { level: 4 as const }]]);
    const { planAndFund } = gapLists(flat, "acute", answers, targets);
    expect(planAndFund.map(({ capability, value }) => [capability, value])).toEqual([
      ["a4", 30],
      ["a2", 16],
      ["a1", 6],
      ["a3", 6],
    ]);
  });
});

describe("a framework that asks for a share of a level", () => {
  test("counts the cheapest criteria that reach it, the first of equals", () => {
    const share = aFramework(
      [
        aDimension("A", [
          aCapability("a1", {
            levels: levelsOf({
              2: [aCriterion("a"), aCriterion("b")],
              3: [
                aCriterion("large", { effort: "L" }),
                aCriterion("medium-1", { effort: "M" }),
                aCriterion("medium-2", { effort: "M" }),
                aCriterion("small", { effort: "S" }),
              ],
            }),
          }),
        ]),
      ],
      { thresholds: { "2": 1, "3": 0.5, "4": 1, "5": 1 } },
    );
    const answers = new Map([["a1", anAnswer({ a: "met", b: "met" })]]);
    const { doSoon } = gapLists(share, "acute", answers, NO_TARGETS);
    expect(doSoon).toEqual([
      expect.objectContaining({ level: 2, effort: 4, missing: ["medium-1", "small"] }),
    ]);
  });
});

describe("a trust knows better than the defaults", () => {
  const answers = answersAt(framework, { ...ALL_AT_TARGET, quick: 2, medium: 2, large: 2 });

  test("its own importance and effort move a gap in the lists, and what they replace stays told", () => {
    const lists = gapLists(framework, "acute", answers, NO_TARGETS, {
      importance: new Map([["quick", 3 as const]]),
      effort: new Map([["large", 5]]),
    });
    expect(lists.planAndFund).toEqual([]);
    expect(named(lists.doSoon)).toEqual(["quick", "medium", "large"]);
    expect(lists.doSoon[0]).toMatchObject({ importance: 3, byDefault: { importance: 2, effort: null } });
    expect(lists.doSoon[2]).toMatchObject({ effort: 5, byDefault: { importance: null, effort: 8 } });
  });

  test("nothing of it reaches a capability without a gap", () => {
    const lists = gapLists(framework, "acute", answersAt(framework, ALL_AT_TARGET), NO_TARGETS, {
      effort: new Map([["quick", 99]]),
    });
    expect([...lists.mustDo, ...lists.doSoon, ...lists.planAndFund]).toEqual([]);
  });
});
