import fc from "fast-check";
import { capabilitiesOf } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import type { Answers, CriterionState, ScoringAnswer } from "@/lib/scoring/answers";
import {
  aCapability,
  aCriterion,
  aDimension,
  aFramework,
  levelsOf,
  type CapabilityInput,
  type CriterionInput,
  type UpperLevel,
} from "@/tests/support/framework";

// Small random frameworks and answers, rich in ties: few weights, few efforts, thresholds below 1, levels
// without criteria, criteria of one setting only.

type Size = { dimensions: number; capabilities: number; criteria: number };

const SMALL: Size = { dimensions: 3, capabilities: 3, criteria: 3 };

/** The share most frameworks ask for, and some that do not divide evenly. */
const threshold = fc.constantFrom(1, 1, 0.8, 0.667, 0.5);

function criterionShapes(size: Size): fc.Arbitrary<Omit<CriterionInput, "id" | "text">[]> {
  return fc.array(
    fc.record({
      effort: fc.constantFrom("S" as const, "M" as const, "L" as const, "XL" as const),
      appliesTo: fc.constantFrom(null, null, ["acute" as const], ["community" as const]),
    }),
    { maxLength: size.criteria },
  );
}

function capabilityOf(size: Size): fc.Arbitrary<(id: string) => CapabilityInput> {
  return fc
    .record({
      weight: fc.constantFrom(1, 1, 2, 3, 7),
      gate: fc.boolean(),
      steps: fc.tuple(...([2, 3, 4, 5] as const).map(() => criterionShapes(size))),
    })
    .map(({ weight, gate, steps }) => (id) => {
      const levels = Object.fromEntries(
        steps.map((shapes, i) => [
          i + 2,
          shapes.map((shape, j) => aCriterion(`${id}-l${i + 2}-${"abc"[j]}`, shape)),
        ]),
      ) as Record<UpperLevel, CriterionInput[]>;
      return aCapability(id, { weight, gateFor: gate ? ["acute"] : [], levels: levelsOf(levels) });
    });
}

/** A framework with stages, thresholds and slack of all kinds; stages above the first need not rise. */
export function someFramework(size: Size = SMALL): fc.Arbitrary<Framework> {
  const stage = fc.record({
    overallAtLeast: fc.constantFrom(1, 1.5, 2, 2.25, 2.333, 3, 3.4, 4, 4.5, 5),
    gateAtLeast: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  });
  return fc
    .record({
      dimensions: fc.array(fc.array(capabilityOf(size), { minLength: 1, maxLength: size.capabilities }), {
        minLength: 1,
        maxLength: size.dimensions,
      }),
      thresholds: fc.record({ "2": threshold, "3": threshold, "4": threshold, "5": threshold }),
      upperStages: fc.array(stage, { minLength: 1, maxLength: 4 }),
      dimensionSlack: fc.constantFrom(null, 0, 0.4, 1, 1, 1.5, 2),
    })
    .map(({ dimensions, thresholds, upperStages, dimensionSlack }) =>
      aFramework(
        dimensions.map((capabilities, d) =>
          aDimension(
            `D${d}`,
            capabilities.map((make, c) => make(`c${d}-${c}`)),
          ),
        ),
        {
          thresholds,
          dimensionSlack,
          effortPoints: { S: 1, M: 2, L: 3, XL: 5 },
          stages: [{ overallAtLeast: 1, gateAtLeast: 1 as const }, ...upperStages].map((rule, i) => ({
            stage: (i + 1) as 1 | 2 | 3 | 4 | 5,
            name: `Stage ${i + 1}`,
            ...rule,
          })),
        },
      ),
    );
}

/** Answers in every condition: none, not applicable, and criteria met, not met, not known or undecided. */
export function someAnswers(framework: Framework): fc.Arbitrary<Answers> {
  const state = fc.constantFrom<(CriterionState | undefined)[]>(
    "met",
    "met",
    "not_met",
    "not_known",
    undefined,
  );
  return fc
    .tuple(
      ...capabilitiesOf(framework).map((capability) => {
        const ids = capability.levels.flatMap(({ criteria }) => criteria.map(({ id }) => id));
        const criteria = fc.tuple(...ids.map(() => state)).map((states) => {
          const known = ids.flatMap((id, i): [string, CriterionState][] => {
            const found = states[i];
            return found ? [[id, found]] : [];
          });
          return { criteria: Object.fromEntries(known) };
        });
        const notApplicable = fc.constant({ criteria: {}, notApplicable: { reason: "not_provided" } });
        const answer: fc.Arbitrary<ScoringAnswer | undefined> = fc.oneof(
          { weight: 8, arbitrary: criteria },
          { weight: 1, arbitrary: notApplicable },
          { weight: 1, arbitrary: fc.constant(undefined) },
        );
        return answer.map((given) => [capability.id, given] as const);
      }),
    )
    .map((entries) => new Map(entries.flatMap(([id, given]) => (given ? [[id, given] as const] : []))));
}

/** A framework together with answers to it. */
export function frameworkAndAnswers(size: Size = SMALL): fc.Arbitrary<[Framework, Answers]> {
  return someFramework(size).chain((framework) => fc.tuple(fc.constant(framework), someAnswers(framework)));
}
