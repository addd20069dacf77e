import { describe, expect, test } from "vitest";
import type { Framework } from "@/lib/framework/schema";
import type { Answers } from "@/lib/scoring/answers";
import { frontier } from "@/lib/scoring/frontier";
import { shortestRoute, type Route, type RouteRequest } from "@/lib/scoring/route";
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

function routeOf(framework: Framework, answers: Answers, request: RouteRequest): Route {
  const found = shortestRoute(framework, "acute", answers, request);
  if (!found.ok) throw new Error(found.reason);
  return found.route;
}

function raised(route: Route): string[] {
  return route.raises.map(({ capability, from, to }) => `${capability} ${from}→${to}`);
}

const example = workedExample();

describe("a chief information officer asks for the shortest way to a stage", () => {
  test("only the gate holds it: raise the gate", () => {
    const answers = answersAt(example, { a1: 2, a2: 4, b1: 3, b2: 3, b3: 3 });
    const route = routeOf(example, answers, { toStage: 3 });
    expect(route.cost).toBe(1);
    expect(route.raises).toEqual([{ capability: "a1", from: 2, to: 3, cost: 1, criteria: ["a1-l3-a"] }]);
    expect(route.result.stage.low).toBe(3);
  });

  test("already there: nothing to do, at no cost", () => {
    const answers = answersAt(example, { a1: 3, a2: 3, b1: 3, b2: 3, b3: 3 });
    expect(routeOf(example, answers, { toStage: 3, toOverall: "3.0" })).toEqual({
      cost: 0,
      raises: [],
      result: score(example, "acute", answers),
    });
  });

  test("a raise of the small dimension is worth more to the overall: A's two capabilities before B's three", () => {
    const answers = answersAt(example, { a1: 3, a2: 3, b1: 3, b2: 3, b3: 3 });
    expect(raised(routeOf(example, answers, { toOverall: "3.25" }))).toEqual(["a1 3→4"]);
    expect(raised(routeOf(example, answers, { toOverall: "3.26" }))).toEqual(["a1 3→5"]);
  });

  test("of equal costs the fewest capabilities, then the list first in framework order, then the lower levels", () => {
    const answers = answersAt(example, { a1: 1, a2: 1, b1: 1, b2: 1, b3: 1 });
    // Two levels in A: one capability by two levels rather than two by one, and the first of them.
    expect(raised(routeOf(example, answers, { toOverall: "1.5" }))).toEqual(["a1 1→3"]);
    // Five levels: 4 + 1 with one capability each end; lower levels first gives a1 the single one.
    expect(raised(routeOf(example, answers, { toOverall: "2.25" }))).toEqual(["a1 1→2", "a2 1→5"]);
  });

  test("pins are respected even where the goal does not need them, exclusions even where it costs more", () => {
    const answers = answersAt(example, { a1: 3, a2: 3, b1: 3, b2: 3, b3: 3 });
    const pinned = routeOf(example, answers, { toStage: 3, pins: new Map([["b2", 4]]) });
    expect(raised(pinned)).toEqual(["b2 3→4"]);
    const around = routeOf(example, answers, { toOverall: "3.25", exclude: new Set(["a1", "a2"]) });
    expect(raised(around)).toEqual(["b1 3→5"]);
  });

  test("a dimension that lags is brought up to its floor", () => {
    const answers = answersAt(example, { a1: 5, a2: 5, b1: 1, b2: 1, b3: 1 });
    const route = routeOf(example, answers, { toStage: 3 });
    expect(route.cost).toBe(3);
    expect(route.result.dimensions[1]?.low).toBe(2);
  });

  test("undecided and not known criteria count as work to do; met ones above the level do not", () => {
    const answers = new Map([
      ...answersAt(example, { a1: 3, a2: 3, b1: 3, b2: 3 }),
      ["b3", anAnswer({ "b3-l2-a": "not_known", "b3-l3-a": "met" })] as const,
    ]);
    const route = routeOf(example, answers, { toOverall: "3" });
    expect(route.raises).toEqual([{ capability: "b3", from: 1, to: 3, cost: 1, criteria: ["b3-l2-a"] }]);
  });

  test("every stage below must hold too, even where a stage asks less than the one before it", () => {
    const framework = workedExample({
      dimensionSlack: null,
      stages: example.stages.map((rule) => ({
        ...rule,
        overallAtLeast: rule.stage === 2 ? 3 : 1,
        gateAtLeast: 1 as const,
      })),
    });
    const answers = answersAt(framework, { a1: 1, a2: 1, b1: 1, b2: 1, b3: 1 });
    const route = routeOf(framework, answers, { toStage: 3 });
    expect(route.result.overall?.low).toBeGreaterThanOrEqual(3);
    expect(route.result.stage.low).toBe(5);
  });
});

describe("where there is no way", () => {
  const answers = answersAt(example, { a1: 2, a2: 3, b1: 3, b2: 3, b3: 3 });
  const ask = (request: RouteRequest) => shortestRoute(example, "acute", answers, request);

  test("it says what stands in it", () => {
    expect(ask({ toStage: 3, exclude: new Set(["a1"]) })).toEqual({
      ok: false,
      because: "out_of_reach",
      reason: "Nothing reaches stage 3: a1 stays at level 2 and needs 3",
    });
    expect(ask({ toStage: 5, exclude: new Set(["b1", "b2", "b3"]) })).toMatchObject({
      because: "out_of_reach",
      reason: expect.stringContaining("dimension B can come to 3 and needs 4"),
    });
    expect(ask({ toOverall: "5.1" })).toMatchObject({ because: "out_of_reach" });
  });

  test("a question that makes no sense here is told apart", () => {
    const senseless: RouteRequest[] = [
      {},
      { toOverall: "three" },
      { toOverall: "-1" },
      { toStage: 3, pins: new Map([["z9", 3]]) },
      { toStage: 3, exclude: new Set(["z9"]) },
      { toStage: 3, pins: new Map([["a1", 3]]), exclude: new Set(["a1"]) },
    ];
    for (const request of senseless) expect(ask(request)).toMatchObject({ ok: false, because: "request" });
    const absent = answersAt(example, { a1: 2, a2: "N/A" });
    expect(shortestRoute(example, "acute", absent, { toStage: 2, pins: new Map([["a2", 2]]) })).toMatchObject(
      { because: "request", reason: "a2 is answered as not applicable" },
    );
  });

  test("nothing applies: stage 1 is held, nothing above it can be, and the frontier is today alone", () => {
    const ambulance = aFramework([aDimension("A", [aCapability("a1", { appliesTo: ["ambulance"] })])]);
    expect(shortestRoute(ambulance, "acute", new Map(), { toStage: 1 })).toMatchObject({
      route: { cost: 0 },
    });
    expect(shortestRoute(ambulance, "acute", new Map(), { toStage: 2 })).toMatchObject({
      because: "out_of_reach",
      reason: "Nothing reaches stage 2: no capability applies",
    });
    expect(frontier(ambulance, "acute", new Map())).toEqual([{ cost: 0, overall: null, stage: 1 }]);
  });
});

test("a level that comes free is taken, and named as the engine gives it", () => {
  const framework = aFramework([
    aDimension("A", [
      aCapability("a1", { levels: levelsOf({ 2: [aCriterion("two")], 4: [aCriterion("four")] }) }),
    ]),
  ]);
  const route = routeOf(framework, new Map(), { toStage: 2 });
  expect(route.raises).toEqual([{ capability: "a1", from: 1, to: 3, cost: 1, criteria: ["two"] }]);
  expect(route.result.stage.low).toBe(3);
});

test("the frontier offers the best overall and the best stage for each effort, though by different sets", () => {
  const answers = answersAt(example, { a1: 2, a2: 4, b1: 3, b2: 3, b3: 3 });
  const points = frontier(example, "acute", answers);
  expect(points.slice(0, 3)).toEqual([
    { cost: 0, overall: 3, stage: 2 },
    { cost: 1, overall: 3.25, stage: 3 },
    { cost: 2, overall: 3.5, stage: 3 },
  ]);
  expect(points.at(-1)).toEqual({ cost: 10, overall: 5, stage: 5 });
});
