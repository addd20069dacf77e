import { describe, expect, test } from "vitest";
import type { Level } from "@/lib/framework/schema";
import { resultSchema, type Result } from "@/lib/scoring/result";
import { score } from "@/lib/scoring/score";
import {
  aCapability,
  aCriterion,
  aDimension,
  aFramework,
  anAnswer,
  answersAt,
  levelsOf,
  workedExample,
} from "@/tests/support/framework";

type Answered = Level | "N/A";

const NAMES = ["a1", "a2", "b1", "b2", "b3"] as const;

function scoreExample(levels: readonly Answered[]): Result {
  const framework = workedExample();
  const named = Object.fromEntries(NAMES.map((id, i) => [id, levels[i] ?? "N/A"]));
  return score(framework, "acute", answersAt(framework, named));
}

const overall = (value: number, needs: number) => ({ kind: "overall", value, needs });
const gate = (value: number, needs: number) => ({ kind: "gate", capability: "a1", value, needs });
const dimension = (id: string, value: number, needs: number) => ({
  kind: "dimension",
  dimension: id,
  value,
  needs,
});

const NA = "N/A" as const;

describe("the worked examples: dimension A with the gate a1 and a2, dimension B with b1 to b3", () => {
  test.each([
    { is: 1, levels: [3, 3, 3, 3, 3], A: 3, B: 3, all: 3, stage: 3, heldBy: [overall(3, 4)] },
    { is: 2, levels: [2, 4, 3, 3, 3], A: 3, B: 3, all: 3, stage: 2, heldBy: [gate(2, 3)] },
    {
      is: 3,
      levels: [3, 3, 1, 2, 2],
      A: 3,
      B: 5 / 3,
      all: 7 / 3,
      stage: 2,
      heldBy: [overall(7 / 3, 3), dimension("B", 5 / 3, 2)],
    },
    { is: 4, levels: [4, 5, 4, 4, 4], A: 4.5, B: 4, all: 4.25, stage: 4, heldBy: [overall(4.25, 4.5)] },
    {
      is: 5,
      levels: [5, 5, 1, 5, 5],
      A: 5,
      B: 11 / 3,
      all: 13 / 3,
      stage: 4,
      heldBy: [overall(13 / 3, 4.5), dimension("B", 11 / 3, 4)],
    },
    { is: 6, levels: [5, 5, 1, 1, 1], A: 5, B: 1, all: 3, stage: 2, heldBy: [dimension("B", 1, 2)] },
    {
      is: 8,
      levels: [1, 3, 2, 3, 3],
      A: 2,
      B: 8 / 3,
      all: 7 / 3,
      stage: 2,
      heldBy: [overall(7 / 3, 3), gate(1, 3)],
    },
    {
      is: 9,
      levels: [3, 5, 4, 4, 4],
      A: 4,
      B: 4,
      all: 4,
      stage: 4,
      heldBy: [overall(4, 4.5), gate(3, 4)],
    },
  ] as const)("case $is: overall $all, stage $stage", ({ levels, A, B, all, stage, heldBy }) => {
    const result = scoreExample(levels);
    expect(result.dimensions).toEqual([
      { id: "A", low: A, high: A },
      { id: "B", low: B, high: B },
    ]);
    expect(result.overall).toEqual({ low: all, high: all });
    expect(result.stage).toEqual({ low: stage, high: stage, final: true });
    expect(result.heldBy).toEqual(heldBy);
    expect(result.distance).toEqual({ unmet: heldBy.length, of: 4 });
    expect(result.capabilities.map(({ low }) => low)).toEqual(levels);
  });

  test("case 7: what is not applicable is left out, and so is a dimension of nothing else", () => {
    const result = scoreExample([3, NA, NA, NA, NA]);
    expect(result.dimensions).toEqual([{ id: "A", low: 3, high: 3 }]);
    expect(result.overall).toEqual({ low: 3, high: 3 });
    expect(result.stage).toEqual({ low: 3, high: 3, final: true });
    expect(result.capabilities.map(({ id }) => id)).toEqual(["a1"]);
    expect(result.completeness.capabilities).toEqual({ answered: 1, applicable: 1 });
    expect(result.distance).toEqual({ unmet: 1, of: 3 });
  });

  test("at the top nothing holds it", () => {
    const result = scoreExample([5, 5, 5, 5, 5]);
    expect(result.stage.low).toBe(5);
    expect(result.heldBy).toEqual([]);
    expect(result.distance).toEqual({ unmet: 0, of: 4 });
  });
});

describe("a round under way", () => {
  const framework = workedExample();

  test("unanswered capabilities make a range, never a bare number, and it is provisional", () => {
    const result = score(framework, "acute", answersAt(framework, { a1: 3, a2: 3, b1: 3 }));
    expect(result.overall).toEqual({ low: 7 / 3, high: 11 / 3 });
    expect(result.dimensions[1]).toEqual({ id: "B", low: 5 / 3, high: 13 / 3 });
    expect(result.stage).toEqual({ low: 2, high: 3, final: false });
    expect(result.completeness).toEqual({
      capabilities: { answered: 3, applicable: 5 },
      openCriteria: 8,
      carriedForward: 0,
    });
  });

  test("nothing answered: stage 1 to 5, and everything still counts", () => {
    const result = score(framework, "acute", new Map());
    expect(result.stage).toEqual({ low: 1, high: 5, final: false });
    expect(result.heldBy).toEqual([overall(1, 2)]);
    expect(result.completeness.openCriteria).toBe(20);
  });

  test("an answer carried forward counts in the score, and keeps it from being final until confirmed", () => {
    const answers = new Map(answersAt(framework, { a1: 3, a2: 3, b1: 3, b2: 3, b3: 3 }));
    answers.set("b3", { ...answers.get("b3")!, carriedForward: true });
    const result = score(framework, "acute", answers);
    expect(result.overall).toEqual({ low: 3, high: 3 });
    expect(result.completeness.carriedForward).toBe(1);
    expect(result.stage).toEqual({ low: 3, high: 3, final: false });
  });

  test("'not applicable' carried forward wants confirming too", () => {
    const answers = new Map(answersAt(framework, { a1: 3, a2: 3, b1: 3, b2: 3, b3: "N/A" }));
    answers.set("b3", { ...answers.get("b3")!, carriedForward: true });
    expect(score(framework, "acute", answers).stage.final).toBe(false);
  });
});

describe("what applies where", () => {
  const optional = { mayBeNotApplicable: { reasons: [{ id: "not_provided", text: "Not provided" }] } };
  const framework = aFramework([
    aDimension("A", [
      aCapability("everywhere", optional),
      aCapability("hospital", { appliesTo: ["acute", "specialist"], gateFor: ["acute"] }),
    ]),
    aDimension("B", [aCapability("imaging", { appliesTo: ["acute"] })]),
  ]);
  const answers = answersAt(framework, { everywhere: 3, hospital: 2, imaging: 5 });

  test("a capability of another setting, its dimension and its gate are left out, answered or not", () => {
    const acute = score(framework, "acute", answers);
    expect(acute.distance.of).toBe(4);
    expect(acute.overall?.low).toBe(3.75);
    const specialist = score(framework, "specialist", answers);
    expect(specialist.dimensions).toEqual([{ id: "A", low: 2.5, high: 2.5 }]);
    expect(specialist.distance.of).toBe(2);
    const community = score(framework, "community", answers);
    expect(community.capabilities.map(({ id }) => id)).toEqual(["everywhere"]);
  });

  test("nothing applies at all: no overall, stage 1, no dimension to show", () => {
    const result = score(framework, "community", answersAt(framework, { everywhere: "N/A" }));
    expect(result.overall).toBeNull();
    expect(result.dimensions).toEqual([]);
    expect(result.stage).toEqual({ low: 1, high: 1, final: true });
    expect(result.heldBy).toEqual([{ kind: "overall", value: null, needs: 2 }]);
    expect(result.distance).toEqual({ unmet: 1, of: 1 });
    expect(resultSchema.safeParse(result).success).toBe(true);
  });

  test("a GP practice's framework is scored like any other", () => {
    const practice = aFramework([aDimension("A", [aCapability("a1", { gateFor: ["practice"] })])], {
      id: "gp-practice",
      careSettings: [{ id: "practice", name: "Practice" }],
    });
    const result = score(practice, "practice", answersAt(practice, { a1: 2 }, "practice"));
    expect(result.stage.low).toBe(2);
    expect(result.heldBy).toEqual([overall(2, 3), gate(2, 3)]);
  });
});

describe("rules a framework may set otherwise", () => {
  test("weights count inside a dimension, dimensions count once each", () => {
    const framework = aFramework([
      aDimension("A", [aCapability("a1", { weight: 3 }), aCapability("a2")]),
      aDimension("B", [aCapability("b1")]),
    ]);
    const result = score(framework, "acute", answersAt(framework, { a1: 2, a2: 5, b1: 4 }));
    expect(result.dimensions[0]?.low).toBe(2.75);
    expect(result.overall?.low).toBe(3.375);
  });

  test("without slack no dimension holds a stage, and none is counted as a condition", () => {
    const framework = workedExample({ dimensionSlack: null });
    const result = score(framework, "acute", answersAt(framework, { a1: 5, a2: 5, b1: 1, b2: 1, b3: 1 }));
    expect(result.stage.low).toBe(3);
    expect(result.distance).toEqual({ unmet: 1, of: 2 });
  });

  test("a slack of 0.4 asks 2.6 of a dimension at stage 3, not 2.6000000000000001", () => {
    const framework = workedExample({ dimensionSlack: 0.4 });
    const result = score(framework, "acute", answersAt(framework, { a1: 5, a2: 5, b1: 2, b2: 2, b3: 3 }));
    expect(result.heldBy).toEqual([dimension("B", 7 / 3, 2.6)]);
  });

  test("a stage is held only when every stage below it is", () => {
    const stages = workedExample().stages.map((rule) =>
      rule.stage === 2 ? { ...rule, gateAtLeast: 4 as const } : rule,
    );
    const framework = workedExample({ stages });
    const result = score(framework, "acute", answersAt(framework, { a1: 3, a2: 3, b1: 3, b2: 3, b3: 3 }));
    expect(result.stage.low).toBe(1);
    expect(result.heldBy).toEqual([gate(3, 4)]);
  });
});

describe("figures are exact", () => {
  /** Dimensions of these sizes whose levels add up to these sums, each shared out as evenly as it goes. */
  function scoreSums(sizes: readonly number[], sums: readonly number[]): Result {
    const ids = sizes.map((size, d) => Array.from({ length: size }, (_, c) => `c${d}-${c}`));
    const framework = aFramework(
      ids.map((names, d) =>
        aDimension(
          `D${d}`,
          names.map((id) => aCapability(id)),
        ),
      ),
    );
    const levels = ids.flatMap((names, d) => {
      const sum = sums[d] ?? 0;
      return names.map((id, c) => [
        id,
        (Math.floor(sum / names.length) + (c < sum % names.length ? 1 : 0)) as Level,
      ]);
    });
    return score(framework, "acute", answersAt(framework, Object.fromEntries(levels)));
  }

  test("a mean of exactly 3 that comes out as 2.9999999999999996 in floating point is 3, and reaches stage 3", () => {
    const floating = (10 / 5 + 13 / 5 + 19 / 5 + 18 / 5) / 4;
    expect(floating).toBeLessThan(3);
    const result = scoreSums([5, 5, 5, 5], [10, 13, 19, 18]);
    expect(result.overall?.low).toBe(3);
    expect(result.stage.low).toBe(3);
  });

  test("thirds, fifths and sevenths just above 3 reach stage 3, and just below do not", () => {
    // 8/3 + 16/5 + 22/7 = 9 + 1/105; with one seventh less it is 9 − 14/105.
    expect(scoreSums([3, 5, 7], [8, 16, 22]).stage.low).toBe(3);
    expect(scoreSums([3, 5, 7], [8, 16, 21]).stage.low).toBe(2);
  });

  test("weights too large for whole doubles still tie exactly", () => {
    // Weights chosen so that the common multiple of the dimensions passes 2^53 several times over.
    const weights = [999_983, 999_979, 999_961, 999_959, 999_953];
    const framework = aFramework(
      weights.map((weight, d) =>
        aDimension(`D${d}`, [aCapability(`x${d}`, { weight }), aCapability(`y${d}`, { weight: 1 })]),
      ),
    );
    const three = Object.fromEntries(
      weights.flatMap((_, d) => [
        [`x${d}`, 3],
        [`y${d}`, 3],
      ]),
    ) as Record<string, Level>;
    expect(score(framework, "acute", answersAt(framework, three)).stage.low).toBe(3);
    const less = score(framework, "acute", answersAt(framework, { ...three, y4: 2 }));
    expect(less.stage.low).toBe(2);
    expect(less.overall?.low).toBe(3 - 1 / (5 * 999_954));
  });
});

describe("lenses", () => {
  const lens = (id: "wgll" | "shift", ...groups: string[]) => ({
    id,
    name: id,
    groups: groups.map((group) => ({ id: group, name: group })),
  });
  const framework = aFramework(
    [
      aDimension("A", [
        aCapability("a1", { lenses: { wgll: ["WL"] }, weight: 2 }),
        aCapability("a2", { lenses: { wgll: ["SF"], shift: ["H", "P"] } }),
        aCapability("a3", { lenses: { wgll: ["WL"] }, appliesTo: ["acute"] }),
      ]),
    ],
    { lenses: [lens("wgll", "WL", "SF", "SP"), lens("shift", "H", "P")] },
  );

  test("groups are means of what is tagged with them; a lens is the mean of its groups; empty groups are left out", () => {
    const { lenses } = score(framework, "acute", answersAt(framework, { a1: 2, a2: 4, a3: 5 }));
    expect(lenses).toEqual({
      wgll: {
        groups: [
          { id: "WL", low: 3, high: 3 },
          { id: "SF", low: 4, high: 4 },
        ],
        overall: { low: 3.5, high: 3.5 },
      },
      shift: {
        groups: [
          { id: "H", low: 4, high: 4 },
          { id: "P", low: 4, high: 4 },
        ],
        overall: { low: 4, high: 4 },
      },
    });
  });
});

test("the document is the one contracted, key for key", () => {
  const framework = aFramework([
    aDimension("A", [
      aCapability("a1", {
        levels: levelsOf({
          2: [aCriterion("x")],
          3: [aCriterion("y"), aCriterion("z")],
          4: [aCriterion("w")],
        }),
      }),
    ]),
  ]);
  const answers = new Map([["a1", anAnswer({ x: "met", y: "met", w: "met" })]]);
  const result = score(framework, "acute", answers);
  expect(result).toEqual({
    format: "digital-maturity/result@1",
    overall: { low: 2, high: 5 },
    stage: { low: 2, high: 5, final: false },
    distance: { unmet: 1, of: 2 },
    heldBy: [{ kind: "overall", value: 2, needs: 3 }],
    dimensions: [{ id: "A", low: 2, high: 5 }],
    lenses: {},
    capabilities: [
      {
        id: "a1",
        low: 2,
        high: 5,
        answered: false,
        progress: 0.5,
        missing: ["z"],
        above: ["y", "w"],
      },
    ],
    completeness: {
      capabilities: { answered: 0, applicable: 1 },
      openCriteria: 1,
      carriedForward: 0,
    },
  });
  expect(resultSchema.parse(result)).toEqual(result);
});
