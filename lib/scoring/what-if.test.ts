import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capabilitiesOf } from "@/lib/framework/find";
import type { Framework } from "@/lib/framework/schema";
import type { Answers, CriterionState, ScoringAnswer } from "@/lib/scoring/answers";
import { shortestRoute } from "@/lib/scoring/route";
import { score } from "@/lib/scoring/score";
import { whatIf } from "@/lib/scoring/what-if";
import { answersAt, workedExample } from "@/tests/support/framework";
import { frameworkAndAnswers } from "@/tests/support/framework-arbitraries";

const worked = workedExample();

describe("A digital lead asks what would come of it", () => {
  const answers = answersAt(worked, { a1: 2, a2: 4, b1: 3, b2: 3, b3: 3 });

  test("meeting the safeguard's one missing criterion reaches the stage; losing another falls back", () => {
    expect(whatIf(worked, "acute", answers, {}).stage.low).toBe(2);
    expect(whatIf(worked, "acute", answers, { met: new Set(["a1-l3-a"]) }).stage.low).toBe(3);
    const both = { met: new Set(["a1-l3-a"]), lost: new Set(["b1-l2-a", "b2-l2-a"]) };
    expect(whatIf(worked, "acute", answers, both).stage.low).toBe(2);
  });

  test("a criterion the framework does not have changes nothing, and the answers stay as they were", () => {
    const before = structuredClone([...answers]);
    expect(whatIf(worked, "acute", answers, { met: new Set(["z9-l2-a"]) })).toEqual(
      score(worked, "acute", answers),
    );
    whatIf(worked, "acute", answers, { met: new Set(["a1-l3-a"]) });
    expect([...answers]).toEqual(before);
  });
});

/** Answers retold one criterion at a time, with nothing of what the engine does. */
function retold(
  framework: Framework,
  answers: Answers,
  changes: ReadonlyMap<string, CriterionState>,
): Answers {
  const told = new Map<string, ScoringAnswer>(answers);
  for (const [criterion, state] of changes) {
    const owner = capabilitiesOf(framework).find(({ levels }) =>
      levels.some(({ criteria }) => criteria.some(({ id }) => id === criterion)),
    );
    if (!owner) continue;
    const answer = told.get(owner.id) ?? { criteria: {} };
    told.set(owner.id, { ...answer, criteria: { ...answer.criteria, [criterion]: state } });
  }
  return told;
}

const situation = frameworkAndAnswers().chain(([framework, answers]) => {
  const ids = capabilitiesOf(framework).flatMap(({ levels }) =>
    levels.flatMap(({ criteria }) => criteria.map(({ id }) => id)),
  );
  const some = ids.length > 0 ? fc.subarray(ids) : fc.constant<string[]>([]);
  return fc.tuple(fc.constant(framework), fc.constant(answers), some, some);
});

describe("whatever the framework and the answers", () => {
  test("it is the score of the answers so changed", () => {
    fc.assert(
      fc.property(situation, ([framework, answers, met, lost]) => {
        const changes = new Map<string, CriterionState>([
          ...lost.map((id) => [id, "not_met"] as const),
          ...met.map((id) => [id, "met"] as const),
        ]);
        expect(whatIf(framework, "acute", answers, { met: new Set(met), lost: new Set(lost) })).toEqual(
          score(framework, "acute", retold(framework, answers, changes)),
        );
      }),
    );
  });

  test("meeting more never lowers the score or the stage, and losing never raises them", () => {
    fc.assert(
      fc.property(situation, ([framework, answers, met, lost]) => {
        const today = score(framework, "acute", answers);
        const more = whatIf(framework, "acute", answers, { met: new Set(met) });
        const less = whatIf(framework, "acute", answers, { lost: new Set(lost) });
        for (const [lower, higher] of [
          [today, more],
          [less, today],
        ] as const) {
          expect(higher.stage.low).toBeGreaterThanOrEqual(lower.stage.low);
          expect(higher.overall?.low ?? 1).toBeGreaterThanOrEqual(lower.overall?.low ?? 1);
        }
      }),
    );
  });

  test("ticking what the shortest way names comes to what that way says", () => {
    fc.assert(
      fc.property(situation, ([framework, answers]) => {
        const stage = framework.stages.at(-1)?.stage ?? 1;
        const found = shortestRoute(framework, "acute", answers, { toStage: stage });
        if (!found.ok) return;
        const met = new Set(found.route.raises.flatMap(({ criteria }) => criteria));
        expect(whatIf(framework, "acute", answers, { met })).toEqual(found.route.result);
      }),
    );
  });
});
