import { describe, expect, test } from "vitest";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework, answersAt } from "@/tests/support/framework";
import { toldResult } from "./told-result";

const gate = (id: string, sensitive: boolean) => aCapability(id, { gateFor: ["acute"], sensitive });
const framework = aFramework([
  aDimension("A", [gate("a1", true), gate("a2", true), gate("a3", false)]),
  aDimension("B", [aCapability("b1")]),
]);
const board = { showSensitive: false };
const of = (a1: number, a2: number, a3: number, b1: number) =>
  score(framework, "acute", answersAt(framework, { a1, a2, a3, b1 } as Parameters<typeof answersAt>[1]));
const told = (...levels: Parameters<typeof of>) => {
  const { result, safeguards, untold } = toldResult(framework, "acute", of(...levels), board);
  const [secured, all] = [safeguards.filter((one) => one.secured).length, safeguards.length];
  return { count: `${secured} of ${all}`, untold, distance: result.distance, held: result.heldBy.length };
};

describe("I may not know how a sensitive safeguard stands", () => {
  test("while some are below and some are not, I am told the count, which says it of none", () => {
    expect(told(2, 3, 2, 4)).toEqual({ count: "1 of 3", untold: 0, distance: { unmet: 2, of: 6 }, held: 2 });
  });

  test("where all or none are below I am told the others alone, and cannot tell all from none", () => {
    const all = told(2, 2, 3, 4);
    const none = told(3, 3, 3, 1);
    expect(all).toMatchObject({ count: "1 of 1", untold: 2, distance: { of: 4 } });
    expect(none).toMatchObject({ count: "1 of 1", untold: 2, distance: { of: 4 } });
    // Overall and dimension B hold the second; nothing that I am told counts a safeguard in the first.
    expect(all.distance.unmet).toBe(all.held);
    expect(none.distance.unmet).toBe(none.held);
  });

  test("nor at a higher stage, which asks level 4: both at 3 are above the one mark and below the other", () => {
    for (const level of [3, 4])
      expect(told(level, 4, 5, 5)).toMatchObject({ count: "1 of 1", untold: 2, held: 0 });
  });

  test("told twice it says the same, and who may know it is told all", () => {
    const once = toldResult(framework, "acute", of(2, 2, 3, 4), board);
    expect(toldResult(framework, "acute", once.result, board)).toEqual(once);
    const whole = of(2, 2, 3, 4);
    expect(toldResult(framework, "acute", whole, { showSensitive: true })).toMatchObject({
      result: whole,
      untold: 0,
    });
  });
});
