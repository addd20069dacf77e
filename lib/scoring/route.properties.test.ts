import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appliesIn, capabilitiesOf } from "@/lib/framework/find";
import type { Framework, Level, Stage } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import { atLeast, decimal } from "@/lib/scoring/fraction";
import { frontier } from "@/lib/scoring/frontier";
import { shortestRoute, type RouteRequest } from "@/lib/scoring/route";
import { score } from "@/lib/scoring/score";
import { everyCandidate, firstOf, type Candidate } from "@/tests/support/brute-force";
import { frameworkAndAnswers } from "@/tests/support/framework-arbitraries";

// Small enough to try every combination of raises, random enough to meet ties, free levels and dead ends.
const TINY = { dimensions: 2, capabilities: 2, criteria: 2 };

function requestFor(framework: Framework, answers: Answers): fc.Arbitrary<RouteRequest> {
  const ids = capabilitiesOf(framework)
    .filter((capability) => appliesIn(capability, "acute") && !answers.get(capability.id)?.notApplicable)
    .map(({ id }) => id);
  const stage = fc.constantFrom(...framework.stages.map((rule): Stage => rule.stage));
  const overall = fc.constantFrom("1", "2.0", "2.5", "3.3", "3.333333333333333", "4.75", "5");
  const pinned = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.constantFrom<Level[]>(2, 3, 4, 5)), {
    maxLength: 2,
  });
  const left = fc.array(fc.nat({ max: 9 }), { maxLength: 1 });
  return fc
    .tuple(fc.constantFrom("stage", "overall", "both"), stage, overall, pinned, left)
    .map(([goal, toStage, toOverall, pins, excluded]): RouteRequest => {
      const named = (place: number) => (ids.length > 0 ? [ids[place % ids.length] ?? ""] : []);
      const exclude = new Set(excluded.flatMap(named));
      return {
        ...(goal !== "overall" && { toStage }),
        ...(goal !== "stage" && { toOverall }),
        exclude,
        pins: new Map(
          pins
            .flatMap(([place, level]) => named(place).map((id): [string, Level] => [id, level]))
            .filter(([id]) => !exclude.has(id)),
        ),
      };
    });
}

/** The exact overall: the figure shown is a rounded double, so the test adds up the levels again. */
function overallReached(framework: Framework, { result }: Candidate, least: string): boolean {
  let [n, d, count] = [0n, 1n, 0n];
  for (const dimension of framework.dimensions) {
    const here = dimension.capabilities.flatMap(({ id, weight }) => {
      const level = result.capabilities.find((capability) => capability.id === id)?.low;
      return level === undefined ? [] : [{ weight, sum: weight * level }];
    });
    if (here.length === 0) continue;
    const weights = BigInt(here.reduce((total, { weight }) => total + weight, 0));
    const sum = BigInt(here.reduce((total, entry) => total + entry.sum, 0));
    [n, d, count] = [n * weights + sum * d, d * weights, count + 1n];
  }
  if (count === 0n) return false;
  const exact = { n, d: d * count, value: Number(n) / Number(d * count) };
  return atLeast(exact, decimal(least));
}

function reaches(framework: Framework, request: RouteRequest, candidate: Candidate): boolean {
  const { toStage, toOverall, pins } = request;
  const { stage, capabilities } = candidate.result;
  return (
    (toStage === undefined || stage.low >= toStage) &&
    (toOverall === undefined || overallReached(framework, candidate, toOverall)) &&
    [...(pins ?? [])].every(
      ([id, level]) => (capabilities.find((found) => found.id === id)?.low ?? 0) >= level,
    )
  );
}

const cases = frameworkAndAnswers(TINY).chain(([framework, answers]) =>
  fc.tuple(fc.constant(framework), fc.constant(answers), requestFor(framework, answers)),
);

describe("against trying every combination of raises", () => {
  test("the shortest route is the first of the cheapest, to the last tie; or there is none", () => {
    fc.assert(
      fc.property(cases, ([framework, answers, request]) => {
        const found = shortestRoute(framework, "acute", answers, request);
        const candidates = everyCandidate(framework, answers, request.exclude);
        const best = firstOf(
          framework,
          candidates.filter((candidate) => reaches(framework, request, candidate)),
        );
        if (found.ok) expect(found.route).toEqual(best);
        else expect([found.because, best]).toEqual(["out_of_reach", undefined]);
      }),
      { numRuns: 400 },
    );
  });

  test("the frontier is the highest overall and the highest stage at every cost", () => {
    fc.assert(
      fc.property(frameworkAndAnswers(TINY), ([framework, answers]) => {
        const candidates = everyCandidate(framework, answers);
        const costs = [...new Set(candidates.map(({ cost }) => cost))].sort((a, b) => a - b);
        const expected: ReturnType<typeof frontier> = [];
        for (const cost of costs) {
          const within = candidates.filter((candidate) => candidate.cost <= cost);
          const overalls = within.flatMap(({ result }) => result.overall?.low ?? []);
          const overall = overalls.length > 0 ? Math.max(...overalls) : null;
          const stage = Math.max(...within.map(({ result }) => result.stage.low)) as Stage;
          const last = expected.at(-1);
          if (last?.overall !== overall || last?.stage !== stage) expected.push({ cost, overall, stage });
        }
        expect(frontier(framework, "acute", answers)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

/** The same framework with weights so large that their common multiple passes every safe integer. */
function heavier(framework: Framework): Framework {
  const weights = [999_983, 999_979, 999_961, 999_959, 999_953, 999_931];
  let next = 0;
  return {
    ...framework,
    dimensions: framework.dimensions.map((dimension) => ({
      ...dimension,
      capabilities: dimension.capabilities.map((capability) => ({
        ...capability,
        weight: weights[(next += 1) % weights.length] ?? 1,
      })),
    })),
  };
}

test("weights too large for whole doubles change nothing about that", () => {
  fc.assert(
    fc.property(cases, ([light, answers, request]) => {
      const framework = heavier(light);
      const found = shortestRoute(framework, "acute", answers, request);
      const candidates = everyCandidate(framework, answers, request.exclude);
      const best = firstOf(
        framework,
        candidates.filter((candidate) => reaches(framework, request, candidate)),
      );
      expect(found.ok ? found.route : undefined).toEqual(best);
    }),
    { numRuns: 100 },
  );
});

describe("on larger frameworks", () => {
  const LARGER = { dimensions: 5, capabilities: 4, criteria: 3 };

  test("the frontier starts today, only grows, and each of its stages costs what the route to it costs", () => {
    fc.assert(
      fc.property(frameworkAndAnswers(LARGER), ([framework, answers]) => {
        const today = score(framework, "acute", answers);
        const points = frontier(framework, "acute", answers);
        expect(points[0]).toEqual({ cost: 0, overall: today.overall?.low ?? null, stage: today.stage.low });
        points.slice(1).forEach((point, i) => {
          const before = points[i]!;
          expect(point.cost).toBeGreaterThan(before.cost);
          expect(point.overall).toBeGreaterThanOrEqual(before.overall ?? 0);
          expect(point.stage).toBeGreaterThanOrEqual(before.stage);
          expect([point.overall, point.stage]).not.toEqual([before.overall, before.stage]);
          if (point.stage === before.stage) return;
          const route = shortestRoute(framework, "acute", answers, { toStage: point.stage });
          expect(route.ok && route.route.cost).toBe(point.cost);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("a route does what it says: its criteria met, the goal is reached and every raise arrives", () => {
    fc.assert(
      fc.property(frameworkAndAnswers(LARGER), ([framework, answers]) => {
        const toStage = framework.stages.at(-1)?.stage ?? 2;
        const found = shortestRoute(framework, "acute", answers, { toStage });
        fc.pre(found.ok);
        const { cost, raises, result } = found.route;
        expect(result.stage.low).toBeGreaterThanOrEqual(toStage);
        expect(raises.reduce((sum, raise) => sum + raise.cost, 0)).toBe(cost);
        for (const { capability, from, to } of raises) {
          expect(to).toBeGreaterThan(from);
          expect(result.capabilities.find(({ id }) => id === capability)?.low).toBe(to);
        }
      }),
      { numRuns: 60 },
    );
  });
});
