import { describe, expect, test } from "vitest";
import { findCapability } from "@/lib/framework/find";
import type { Capability, Framework } from "@/lib/framework/schema";
import { criteriaForLevel, type CriterionState } from "@/lib/scoring/answers";
import { levelOf } from "@/lib/scoring/level";
import {
  aCapability,
  aCriterion,
  aDimension,
  aFramework,
  anAnswer,
  levelsOf,
  type CriterionInput,
  type UpperLevel,
} from "@/tests/support/framework";

/** One capability with these criteria by level. */
function ladder(criteria: Partial<Record<UpperLevel, CriterionInput[]>>): Capability {
  return firstOf(aFramework([aDimension("A", [aCapability("a1", { levels: levelsOf(criteria) })])]));
}

function firstOf(framework: Framework): Capability {
  const found = findCapability(framework, "a1");
  if (!found) throw new Error("no a1");
  return found;
}

function pair(level: number): CriterionInput[] {
  return [aCriterion(`l${level}-x`), aCriterion(`l${level}-y`)];
}

const TWO_EACH = ladder({ 2: pair(2), 3: pair(3), 4: pair(4), 5: pair(5) });

function judged(criteria: Record<string, CriterionState>) {
  return levelOf(TWO_EACH, ["acute"], anAnswer(criteria));
}

describe("the worked examples of the scoring rules", () => {
  test("level 2 met, level 3 half met, one of level 4 met: level 2, with what is missing and what lies above", () => {
    expect(judged({ "l2-x": "met", "l2-y": "met", "l3-x": "met", "l3-y": "not_met", "l4-x": "met" })).toEqual(
      {
        low: 2,
        high: 2,
        answered: true,
        progress: 0.5,
        missing: ["l3-y"],
        above: ["l3-x", "l4-x"],
        openCriteria: 0,
      },
    );
  });

  test("half of level 2 met and nothing else decided: anything from 1 to 5, and seven criteria still count", () => {
    expect(judged({ "l2-x": "met" })).toMatchObject({ low: 1, high: 5, answered: false, openCriteria: 7 });
  });

  test("with one of level 3 not met the rest above cannot matter: 1 to 2, one criterion still counts", () => {
    expect(judged({ "l2-x": "met", "l3-x": "not_met" })).toMatchObject({
      low: 1,
      high: 2,
      answered: false,
      openCriteria: 1,
    });
  });

  test("one of level 2 not met settles it: level 1, answered, whatever is undecided", () => {
    expect(judged({ "l2-x": "not_met" })).toMatchObject({
      low: 1,
      high: 1,
      answered: true,
      openCriteria: 0,
      missing: ["l2-x", "l2-y"],
    });
  });
});

describe("what a person says of a capability", () => {
  test("nothing yet: from 1 to 5, all of level 2 is missing, nothing is progress", () => {
    expect(levelOf(TWO_EACH, ["acute"], undefined)).toEqual({
      low: 1,
      high: 5,
      answered: false,
      progress: 0,
      missing: ["l2-x", "l2-y"],
      above: [],
      openCriteria: 8,
    });
  });

  test("'not known' counts as not met in both bounds, and is an answer", () => {
    expect(judged({ "l2-x": "met", "l2-y": "not_known" })).toMatchObject({
      low: 1,
      high: 1,
      answered: true,
      progress: 0.5,
      missing: ["l2-y"],
      above: ["l2-x"],
    });
  });

  test.each([1, 2, 3, 4, 5] as const)("picking level %s gives that level, fully answered", (level) => {
    const answer = anAnswer(criteriaForLevel(TWO_EACH, level, ["acute"]));
    const top = level === 5;
    expect(levelOf(TWO_EACH, ["acute"], answer)).toEqual({
      low: level,
      high: level,
      answered: true,
      progress: top ? 1 : 0,
      missing: top ? [] : [`l${level + 1}-x`, `l${level + 1}-y`],
      above: [],
      openCriteria: 0,
    });
  });

  test("words that are names in JavaScript are no answers", () => {
    const capability = ladder({ 2: [aCriterion("constructor")], 3: [aCriterion("toString")] });
    expect(levelOf(capability, ["acute"], anAnswer({}))).toMatchObject({ low: 1, high: 5, openCriteria: 2 });
  });
});

describe("a level without criteria", () => {
  test("is passed through, and the next level with criteria is what is missing", () => {
    const capability = ladder({ 2: [aCriterion("two")], 4: [aCriterion("four"), aCriterion("four-b")] });
    expect(levelOf(capability, ["acute"], anAnswer({ two: "met", four: "met" }))).toMatchObject({
      low: 3,
      high: 5,
      progress: 0.5,
      missing: ["four-b"],
      above: ["four"],
    });
  });

  test("at the top is passed through too: nothing is missing and progress is whole", () => {
    const capability = ladder({ 2: [aCriterion("two")], 3: [aCriterion("three")] });
    expect(levelOf(capability, ["acute"], anAnswer({ two: "met", three: "met" }))).toMatchObject({
      low: 5,
      high: 5,
      progress: 1,
      missing: [],
      answered: true,
    });
  });

  test("everywhere: there is nothing to fall short of", () => {
    expect(levelOf(ladder({}), ["acute"], undefined)).toMatchObject({ low: 5, high: 5, answered: true });
  });
});

describe("criteria that apply in one care setting only", () => {
  const capability = ladder({
    2: [aCriterion("all"), aCriterion("crews", { appliesTo: ["ambulance"] })],
    3: [aCriterion("wards", { appliesTo: ["acute"] })],
  });
  const answer = anAnswer({ all: "met", wards: "not_met" });

  test("count there and nowhere else", () => {
    expect(levelOf(capability, ["acute"], answer)).toMatchObject({ low: 2, high: 2 });
    expect(levelOf(capability, ["ambulance"], answer)).toMatchObject({ low: 1, high: 5, missing: ["crews"] });
    expect(levelOf(capability, ["community"], answer)).toMatchObject({ low: 5, high: 5 });
  });

  test("all count in an answer that serves several settings", () => {
    expect(levelOf(capability, ["acute", "ambulance"], answer)).toMatchObject({ low: 1, high: 2 });
  });
});

describe("a framework that asks for a share of a level", () => {
  const five = ["a", "b", "c", "d", "e"].map((id) => aCriterion(id));
  const capability = ladder({ 2: five, 3: [aCriterion("f"), aCriterion("g")] });
  const thresholds = { "2": 0.8, "3": 0.5, "4": 1, "5": 1 };
  const judgedBy = (criteria: Record<string, CriterionState>) =>
    levelOf(capability, ["acute"], anAnswer(criteria), thresholds);

  test("four of five is exactly 0.8, and reaches it", () => {
    expect(judgedBy({ a: "met", b: "met", c: "met", d: "met", e: "not_met", f: "not_met" })).toMatchObject({
      low: 2,
      high: 5,
      openCriteria: 1,
      missing: ["f", "g"],
    });
    expect(judgedBy({ a: "met", b: "met", c: "met", d: "not_met", e: "not_met" })).toMatchObject({
      low: 1,
      high: 1,
      missing: ["d", "e"],
      progress: 0.6,
    });
  });

  test("an undecided criterion of a level already reached can change nothing", () => {
    expect(judgedBy({ a: "met", b: "met", c: "met", d: "met", f: "not_met", g: "not_met" })).toMatchObject({
      low: 2,
      high: 2,
      answered: true,
      openCriteria: 0,
    });
  });

  test("0.07 of a hundred is seven, though 0.07 × 100 is more than 7 in floating point", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => aCriterion(`h${i}`));
    const met = Object.fromEntries(hundred.slice(0, 7).map(({ id }) => [id, "met" as const]));
    const wide = ladder({ 2: hundred, 3: [aCriterion("next")] });
    const share = { "2": 0.07, "3": 1, "4": 1, "5": 1 };
    expect(levelOf(wide, ["acute"], anAnswer(met), share).low).toBe(2);
    expect(levelOf(wide, ["acute"], anAnswer({ ...met, h0: "not_met" }), share).low).toBe(1);
  });
});
