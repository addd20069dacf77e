import fc from "fast-check";
import { expect, test } from "vitest";
import { appliesIn, capabilitiesOf } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import type { Answers, CriterionState, ScoringAnswer } from "@/lib/scoring/answers";
import { resultSchema, type Result } from "@/lib/scoring/result";
import { score } from "@/lib/scoring/score";
import { frameworkAndAnswers } from "@/tests/support/framework-arbitraries";

const RUNS = { numRuns: 300 };

/** The answers with one criterion of one capability said otherwise; undefined takes back what was said. */
function saying(answers: Answers, capability: string, criterion: string, state: CriterionState): Answers {
  const before = answers.get(capability) ?? { criteria: {} };
  const after: ScoringAnswer = { ...before, criteria: { ...before.criteria, [criterion]: state } };
  return new Map([...answers, [capability, after]]);
}

/** Every criterion that counts here and about which nothing has been said. */
function undecided(framework: Framework, answers: Answers): [string, string][] {
  return applicableCriteria(framework, answers).filter(
    ([capability, criterion]) => answers.get(capability)?.criteria[criterion] === undefined,
  );
}

function applicableCriteria(framework: Framework, answers: Answers): [string, string][] {
  return capabilitiesOf(framework)
    .filter((capability) => appliesIn(capability, "acute") && !answers.get(capability.id)?.notApplicable)
    .flatMap(({ id, levels }) =>
      levels.flatMap(({ criteria }) =>
        criteria
          .filter((criterion) => appliesIn(criterion, "acute"))
          .map((criterion): [string, string] => [id, criterion.id]),
      ),
    );
}

function figures({ overall, stage, dimensions, capabilities }: Result): { low: number; high: number }[] {
  return [...(overall ? [overall] : []), stage, ...dimensions, ...capabilities];
}

test("whatever is still to be decided, the outcome lies within the bounds shown", () => {
  const completed = frameworkAndAnswers().chain(([framework, answers]) => {
    const open = undecided(framework, answers);
    const states = fc.tuple(
      ...open.map(() => fc.constantFrom<CriterionState[]>("met", "not_met", "not_known")),
    );
    return states.map((chosen) => {
      let complete = answers;
      open.forEach(([capability, criterion], i) => {
        complete = saying(complete, capability, criterion, chosen[i] ?? "not_met");
      });
      return { framework, answers, complete };
    });
  });
  fc.assert(
    fc.property(completed, ({ framework, answers, complete }) => {
      const range = figures(score(framework, "acute", answers));
      const outcome = figures(score(framework, "acute", complete));
      expect(outcome.length).toBe(range.length);
      outcome.forEach(({ low, high }, i) => {
        expect(low).toBe(high);
        expect(low).toBeGreaterThanOrEqual(range[i]?.low ?? Infinity);
        expect(low).toBeLessThanOrEqual(range[i]?.high ?? -Infinity);
      });
    }),
    RUNS,
  );
});

test("meeting a criterion never lowers a level, a mean or a stage", () => {
  const oneMore = frameworkAndAnswers().chain(([framework, answers]) => {
    const all = applicableCriteria(framework, answers);
    return fc.record({
      framework: fc.constant(framework),
      answers: fc.constant(answers),
      met: all.length > 0 ? fc.constantFrom(...all) : fc.constant(undefined),
    });
  });
  fc.assert(
    fc.property(oneMore, ({ framework, answers, met }) => {
      fc.pre(met !== undefined);
      const before = figures(score(framework, "acute", answers));
      const after = figures(score(framework, "acute", saying(answers, met[0], met[1], "met")));
      before.forEach(({ low, high }, i) => {
        expect(after[i]?.low).toBeGreaterThanOrEqual(low);
        // An undecided criterion already counts as met in the high bound; one not met may raise it.
        expect(after[i]?.high).toBeGreaterThanOrEqual(high);
      });
    }),
    RUNS,
  );
});

test("the criteria said to be open are exactly those that could still change a level", () => {
  fc.assert(
    fc.property(
      frameworkAndAnswers({ dimensions: 1, capabilities: 1, criteria: 2 }),
      ([framework, answers]) => {
        const open = undecided(framework, answers);
        const levelWhen = (states: readonly CriterionState[]) => {
          let said = answers;
          open.forEach(([capability, criterion], i) => {
            said = saying(said, capability, criterion, states[i] ?? "not_met");
          });
          return score(framework, "acute", said).capabilities[0]?.low;
        };
        const every = Array.from({ length: 2 ** open.length }, (_, bits) =>
          open.map((_, i): CriterionState => ((bits >> i) & 1 ? "met" : "not_met")),
        );
        const decisive = open.filter((_, i) =>
          every.some(
            (states) => states[i] === "not_met" && levelWhen(states) !== levelWhen(states.with(i, "met")),
          ),
        );
        expect(score(framework, "acute", answers).completeness.openCriteria).toBe(decisive.length);
      },
    ),
    { numRuns: 150 },
  );
});

test("every result is a result document, and counts what it lists", () => {
  fc.assert(
    fc.property(frameworkAndAnswers(), ([framework, answers]) => {
      const result = score(framework, "acute", answers);
      expect(resultSchema.parse(result)).toEqual(result);
      expect(result.distance.unmet).toBe(result.heldBy.length);
      expect(result.distance.unmet).toBeLessThanOrEqual(result.distance.of);
      expect(result.heldBy.length === 0).toBe(result.stage.low === framework.stages.at(-1)?.stage);
      const { capabilities } = result;
      expect(result.completeness.capabilities.applicable).toBe(capabilities.length);
      for (const { low, progress, missing } of capabilities) {
        expect(missing.length === 0).toBe(low === 5);
        expect(progress === 1).toBe(low === 5);
      }
    }),
    RUNS,
  );
});

test("the figures are the nearest doubles of the exact means, counted afresh in whole numbers", () => {
  fc.assert(
    fc.property(frameworkAndAnswers(), ([framework, answers]) => {
      const { overall, capabilities, dimensions } = score(framework, "acute", answers);
      let [n, d, count] = [0n, 1n, 0n];
      for (const dimension of framework.dimensions) {
        let [sum, weights] = [0, 0];
        for (const { id, weight } of dimension.capabilities) {
          const level = capabilities.find((capability) => capability.id === id)?.low;
          if (level === undefined) continue;
          sum += weight * level;
          weights += weight;
        }
        const shown = dimensions.find(({ id }) => id === dimension.id);
        expect(shown?.low).toBe(weights === 0 ? undefined : sum / weights);
        if (weights === 0) continue;
        [n, d, count] = [n * BigInt(weights) + BigInt(sum) * d, d * BigInt(weights), count + 1n];
      }
      if (count === 0n) expect(overall).toBeNull();
      else expect(overall?.low).toBe(Number(n) / Number(d * count));
    }),
    RUNS,
  );
});
