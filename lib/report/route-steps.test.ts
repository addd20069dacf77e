import { describe, expect, it } from "vitest";
import { score } from "@/lib/scoring/score";
import { shortestRoute } from "@/lib/scoring/route";
import {
  aCapability,
  aCriterion,
  aDimension,
  aFramework,
  answersAt,
  levelsOf,
} from "@/tests/support/framework";
import { whyNoRoute } from "./no-route";
import { stepsOf } from "./route-steps";

const framework = aFramework([
  aDimension("A", [
    aCapability("a1", {
      gateFor: ["acute"],
      sensitive: true,
      levels: levelsOf({
        2: [aCriterion("a1-l2-a")],
        3: [aCriterion("a1-l3-a", { effort: "L" }), aCriterion("a1-l3-b", { effort: "S" })],
        4: [aCriterion("a1-l4-a", { effort: "XL" })],
        5: [aCriterion("a1-l5-a", { effort: "XL" })],
      }),
    }),
    aCapability("a2", {
      needs: [
        { capability: "a1", level: 3 },
        { capability: "b1", level: 5 },
      ],
    }),
  ]),
  aDimension("B", [aCapability("b1")]),
]);

function standingAt(levels: Parameters<typeof answersAt>[1]) {
  const answers = answersAt(framework, levels);
  return { framework, setting: "acute" as const, answers, result: score(framework, "acute", answers) };
}

function routeFrom(standing: ReturnType<typeof standingAt>) {
  const found = shortestRoute(framework, "acute", standing.answers, { toStage: 3 });
  if (!found.ok) throw new Error(found.reason);
  return found.route;
}

describe("A programme manager reads the shortest way as work to do", () => {
  const standing = standingAt({ a1: 2, a2: 2, b1: 3 });
  const route = routeFrom(standing);

  it("gives the criteria to meet, their effort and the longest lead time of each step", () => {
    const { steps } = stepsOf(standing, route, { showSensitive: true });
    expect(steps.map(({ title, from, to, cost, months }) => ({ title, from, to, cost, months }))).toEqual([
      { title: "a1 Capability a1", from: 2, to: 3, cost: 9, months: 12 },
      { title: "a2 Capability a2", from: 2, to: 3, cost: 1, months: 3 },
    ]);
    expect(steps[0]?.criteria.map(({ id, level, state }) => ({ id, level, state }))).toEqual([
      { id: "a1-l3-a", level: 3, state: "not_met" },
      { id: "a1-l3-b", level: 3, state: "not_met" },
    ]);
  });

  it("cautions where something is usually wanted first, and says whether the way brings it", () => {
    const { steps } = stepsOf(standing, route, { showSensitive: true });
    expect(steps[1]?.cautions).toEqual([
      "Usually wanted first: a1 Capability a1 at level 3. It is on this list: do it before this one.",
      "Usually wanted first: b1 Capability b1 at level 5. It is at level 3, and this way leaves it at level 3.",
    ]);
  });

  it("keeps sensitive steps unnamed, in cautions too, and counts them", () => {
    const told = stepsOf(standing, route, { showSensitive: false });
    expect(told.hidden).toEqual({ count: 1, cost: 9 });
    expect(
      JSON.stringify(told.steps.map(({ title, criteria, cautions }) => [title, criteria, cautions])),
    ).not.toContain("a1");
  });
});

describe("“Nothing gets us there”", () => {
  const standing = standingAt({ a1: 2, a2: 2, b1: 3 });
  const question = { toStage: 3 as const, toOverall: null, pins: new Map(), exclude: new Set(["a1", "b1"]) };

  it("says which conditions stay unmet when what may be raised is raised as far as it goes", () => {
    const told = whyNoRoute(framework, "acute", standing.answers, question, { showSensitive: true });
    expect(told).toEqual(["Safeguard a1 Capability a1 is at level 2 and needs level 3"]);
  });

  it("names no sensitive safeguard to those who may not see it", () => {
    const told = whyNoRoute(framework, "acute", standing.answers, question, { showSensitive: false });
    expect(told).toEqual([
      "1 sensitive safeguard is below the level it needs. Ask the trust’s digital lead which it is",
    ]);
  });

  it("has nothing to say where a way exists", () => {
    const free = { ...question, exclude: new Set<string>() };
    expect(whyNoRoute(framework, "acute", standing.answers, free, { showSensitive: true })).toEqual([]);
  });
});
