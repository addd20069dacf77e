import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appliesIn, capabilitiesOf } from "@/lib/framework/find";
import type { Framework, Level } from "@/lib/framework/schema";
import { criteriaForLevel, type Answers, type ScoringAnswer } from "@/lib/scoring/answers";
import { estimate, lookAtFirst, type Chosen } from "@/lib/scoring/estimate";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework, answersAt, workedExample } from "@/tests/support/framework";
import { someFramework } from "@/tests/support/framework-arbitraries";

const LEVELS = [1, 2, 3, 4, 5] as const;

function chosenAs(levels: Record<string, Level>): Chosen {
  return new Map(Object.entries(levels));
}

describe("dimension A with a safeguard, dimension B without", () => {
  test.each([
    { A: 3, B: 3, overall: [2, 4], stage: [2, 4], why: "4 needs a safeguard at 3 and 4.0 overall, no more" },
    { A: 1, B: 1, overall: [1, 2], stage: [1, 2], why: "a range is kept within 1 and 5" },
    { A: 5, B: 5, overall: [4, 5], stage: [4, 5], why: "5 needs a safeguard at 4" },
    { A: 1, B: 5, overall: [2.5, 3.5], stage: [2, 2], why: "at best the safeguard is at 2, and 3 needs 3" },
    {
      A: 5,
      B: 1,
      overall: [2.5, 3.5],
      stage: [2, 3],
      why: "at worst B is at 1, and 3 needs every dimension at 2",
    },
    { A: 2, B: 2, overall: [1, 3], stage: [1, 3], why: "3.0 overall with the safeguard at 3 is Established" },
  ] as const)("choosing $A and $B: $why", ({ A, B, overall, stage }) => {
    const found = estimate(workedExample(), "acute", chosenAs({ A, B }));
    expect([found.overall?.low, found.overall?.high]).toEqual(overall);
    expect([found.stage.low, found.stage.high]).toEqual(stage);
  });

  test("each dimension shows what was chosen, its range and its safeguards", () => {
    const { dimensions } = estimate(workedExample(), "acute", chosenAs({ A: 4, B: 1 }));
    expect(dimensions.map(({ gates, ...rest }) => ({ ...rest, gates: gates.map(({ id }) => id) }))).toEqual([
      { id: "A", chosen: 4, low: 3, high: 5, gates: ["a1"] },
      { id: "B", chosen: 1, low: 1, high: 2, gates: [] },
    ]);
  });
});

test("a dimension nobody chose a level for may lie anywhere", () => {
  const found = estimate(workedExample(), "acute", chosenAs({ A: 3 }));
  expect(found.dimensions[1]).toMatchObject({ id: "B", chosen: null, low: 1, high: 5 });
  expect(found.overall).toEqual({ low: 1.5, high: 4.5 });
});

test("what does not apply in the care setting is left out, safeguards included", () => {
  const framework = aFramework([
    aDimension("A", [aCapability("a1", { gateFor: ["ambulance"] }), aCapability("a2")]),
    aDimension("B", [aCapability("b1", { appliesTo: ["acute"] })]),
  ]);
  const chosen = chosenAs({ A: 1, B: 5 });
  expect(estimate(framework, "ambulance", chosen).dimensions).toMatchObject([
    { id: "A", gates: [{ id: "a1" }] },
  ]);
  expect(estimate(framework, "ambulance", chosen).overall).toEqual({ low: 1, high: 2 });
  expect(estimate(framework, "acute", chosen).dimensions).toMatchObject([{ gates: [] }, { id: "B" }]);
});

describe("three things to look at first", () => {
  const framework = aFramework(
    ["A", "B", "C", "D", "E"].map((id) =>
      aDimension(id, [aCapability(`${id}1`, { gateFor: id === "D" ? ["acute"] : [] })]),
    ),
  );
  const first = (levels: Record<string, Level>) =>
    lookAtFirst(estimate(framework, "acute", chosenAs(levels)).dimensions, 3).map(({ id }) => id);

  test("the lowest answers come first; of equals the one with a safeguard, then framework order", () => {
    expect(first({ A: 3, B: 2, C: 2, D: 2, E: 1 })).toEqual(["E", "D", "B"]);
    expect(first({ A: 3, B: 3, C: 3, D: 3, E: 3 })).toEqual(["D", "A", "B"]);
  });

  test("what is at the top already is not among them", () => {
    expect(first({ A: 5, B: 5, C: 4, D: 5, E: 5 })).toEqual(["C"]);
    expect(first({ A: 5, B: 5, C: 5, D: 5, E: 5 })).toEqual([]);
  });
});

test("both ends can be reached: an assessment with everything at an end of its range scores that end", () => {
  const framework = workedExample();
  fc.assert(
    fc.property(fc.constantFrom(...LEVELS), fc.constantFrom(...LEVELS), (A, B) => {
      const { dimensions, overall, stage } = estimate(framework, "acute", chosenAs({ A, B }));
      for (const end of ["low", "high"] as const) {
        const at = (id: string) => dimensions.find((dimension) => dimension.id === id)?.[end] ?? 1;
        const full = score(
          framework,
          "acute",
          answersAt(framework, { a1: at("A"), a2: at("A"), b1: at("B"), b2: at("B"), b3: at("B") }),
        );
        expect(full.overall?.low).toBe(overall?.[end]);
        expect(full.stage.low).toBe(stage[end]);
      }
    }),
  );
});

/** Full assessments whose levels lie near a level of their dimension's own, some capabilities not applicable. */
function fullAssessments(framework: Framework): fc.Arbitrary<Answers> {
  const perDimension = framework.dimensions.map(({ capabilities }) =>
    fc.constantFrom(...LEVELS).chain((near) =>
      fc.tuple(
        ...capabilities.map((capability) =>
          fc
            .record({
              off: fc.constantFrom(-2, -1, 0, 0, 1, 2),
              left: fc.constantFrom(false, false, false, true),
            })
            .map(({ off, left }): [string, ScoringAnswer] => {
              const level = Math.min(5, Math.max(1, near + off)) as Level;
              const leftOut = left && capability.gateFor.length === 0;
              return [
                capability.id,
                {
                  criteria: leftOut ? {} : criteriaForLevel(capability, level, ["acute"]),
                  notApplicable: leftOut ? { reason: "not_provided" } : null,
                },
              ];
            }),
        ),
      ),
    ),
  );
  return fc.tuple(...perDimension).map((entries) => new Map(entries.flat()));
}

/** The levels somebody may choose who knows the true ones: within one of the dimension and of its safeguards. */
function honestChoices(framework: Framework, full: ReturnType<typeof score>): (readonly [string, Level[]])[] {
  const gates = new Set(
    capabilitiesOf(framework)
      .filter((capability) => capability.gateFor.includes("acute") && appliesIn(capability, "acute"))
      .map(({ id }) => id),
  );
  return full.dimensions.map(({ id, low }) => {
    const inside = framework.dimensions.find((dimension) => dimension.id === id)?.capabilities ?? [];
    const mustHold = [
      low,
      ...full.capabilities
        .filter((capability) => gates.has(capability.id) && inside.some((one) => one.id === capability.id))
        .map((capability) => capability.low),
    ];
    return [id, LEVELS.filter((level) => mustHold.every((value) => Math.abs(value - level) <= 1))] as const;
  });
}

test("the true value of any full assessment that fits the answers lies within the range shown", () => {
  const cases = someFramework().chain((framework) =>
    fc.tuple(fc.constant(framework), fullAssessments(framework), fc.infiniteStream(fc.nat())),
  );
  let compared = 0;
  fc.assert(
    fc.property(cases, ([framework, answers, picks]) => {
      const full = score(framework, "acute", answers);
      const choices = honestChoices(framework, full);
      fc.pre(choices.every(([, levels]) => levels.length > 0));
      // Every dimension of a real framework keeps capabilities that always apply (design 2); here one may be empty.
      fc.pre(full.dimensions.length === framework.dimensions.length);
      const chosen = new Map(
        choices.flatMap(([id, levels]): [string, Level][] => {
          const level = levels[Number(picks.next().value) % levels.length];
          return level === undefined ? [] : [[id, level]];
        }),
      );
      const range = estimate(framework, "acute", chosen);
      compared += 1;
      expect(full.stage.low).toBeGreaterThanOrEqual(range.stage.low);
      expect(full.stage.low).toBeLessThanOrEqual(range.stage.high);
      for (const { id, low } of full.dimensions) {
        const dimension = range.dimensions.find((one) => one.id === id);
        expect(low).toBeGreaterThanOrEqual(dimension?.low ?? Infinity);
        expect(low).toBeLessThanOrEqual(dimension?.high ?? -Infinity);
      }
      expect(full.overall?.low).toBeGreaterThanOrEqual(range.overall?.low ?? Infinity);
      expect(full.overall?.low).toBeLessThanOrEqual(range.overall?.high ?? -Infinity);
    }),
    { numRuns: 500 },
  );
  expect(compared).toBe(500);
});
