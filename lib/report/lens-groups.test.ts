import { describe, expect, it } from "vitest";
import type { Capability, Framework, LensId } from "@/lib/framework/schema";
import { score } from "@/lib/scoring/score";
import { answersAt, workedExample } from "@/tests/support/framework";
import { lensesOf, lensView } from "./lens-groups";

/** The worked example with two lenses: a1 stands in two groups, b3 in none of the barriers. */
function withLenses(sensitive: readonly string[] = []): Framework {
  const framework = workedExample();
  const tags: Readonly<Record<string, Capability["lenses"]>> = {
    a1: { wgll: ["WL"], barrier: ["legacy", "funding"] },
    a2: { wgll: ["WL"], barrier: ["legacy"] },
    b1: { wgll: ["SF"], barrier: ["funding"] },
    b2: { wgll: ["SF"] },
    b3: { wgll: ["SF"] },
  };
  return {
    ...framework,
    lenses: [
      { id: "wgll", name: "What Good Looks Like", groups: [group("WL"), group("SF")] },
      { id: "barrier", name: "Barriers", groups: [group("legacy"), group("funding"), group("workforce")] },
    ],
    dimensions: framework.dimensions.map((dimension) => ({
      ...dimension,
      capabilities: dimension.capabilities.map((capability) => ({
        ...capability,
        sensitive: sensitive.includes(capability.id),
        lenses: tags[capability.id] ?? {},
      })),
    })),
  };
}

const group = (id: string) => ({ id, name: id });
const levels = { a1: 2, a2: 4, b1: 3, b2: 1, b3: 3 } as const;

function viewOf(framework: Framework, lens: LensId, showSensitive: boolean) {
  const result = score(framework, "acute", answersAt(framework, levels));
  return lensView(framework, "acute", result, lens, { showSensitive });
}

describe("We look at our answers through another lens", () => {
  it("every lens can be chosen, the pillars under the name they have everywhere", () => {
    expect(lensesOf(withLenses()).map(({ heading, one }) => [heading, one])).toEqual([
      ["What Good Looks Like pillars", "Pillar"],
      ["Barriers", "Group"],
    ]);
  });

  it("each group has the engine's score and the capabilities that make it; an empty one has none", () => {
    const { groups, overall, grouped, of } = viewOf(withLenses(), "barrier", true);
    expect(groups.map(({ id, bounds, members }) => [id, bounds, members.map((one) => one.level)])).toEqual([
      ["legacy", { low: 3, high: 3 }, ["2", "4"]],
      ["funding", { low: 2.5, high: 2.5 }, ["2", "3"]],
      ["workforce", null, []],
    ]);
    expect([overall, grouped, of]).toEqual([{ low: 2.75, high: 2.75 }, 3, 5]);
  });

  it("a lens that the framework does not have shows nothing", () => {
    expect(viewOf(withLenses(), "dspt", true)).toEqual({ groups: [], overall: null, grouped: 0, of: 5 });
  });
});

describe("A board member who may not see sensitive items looks through every lens", () => {
  it("no group's score gives a sensitive level away, nor does the mean of the groups", () => {
    const { groups, overall } = viewOf(withLenses(["a2"]), "barrier", false);
    expect(groups.map(({ id, withheld, hidden, bounds }) => [id, withheld, hidden, bounds])).toEqual([
      ["legacy", true, 1, null],
      ["funding", false, 0, { low: 2.5, high: 2.5 }],
      ["workforce", false, 0, null],
    ]);
    expect(overall).toBeNull();
  });

  it("the pillars stay, as on the board's page", () => {
    const { groups, overall } = viewOf(withLenses(["a2"]), "wgll", false);
    expect(groups.map(({ bounds, hidden }) => [bounds?.low, hidden])).toEqual([
      [3, 1],
      [7 / 3, 0],
    ]);
    expect(overall?.low).toBeCloseTo(8 / 3);
  });
});
