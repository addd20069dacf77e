import { describe, expect, test } from "vitest";
import { partingsOf, spreadOf, type View } from "./voice";

function view(personId: string, low: number, facts: Partial<View> = {}): View {
  const nothing = { criteria: {}, notApplicable: null, note: "", confidence: null };
  return { personId, version: 1, low, high: low, at: new Date("2026-11-23"), ...nothing, ...facts };
}

describe("how far colleagues' views lie from each other", () => {
  test("without a view that gives a level there is no spread", () => {
    expect(spreadOf([])).toBeNull();
    expect(spreadOf([view("a", 1, { notApplicable: "not_provided" })])).toBeNull();
  });

  test.each([
    [[3], { lowest: 3, highest: 3, farApart: false }],
    [[3, 2], { lowest: 2, highest: 3, farApart: false }],
    [[4, 2, 3], { lowest: 2, highest: 4, farApart: true }],
  ])("levels %j", (levels, spread) => {
    expect(spreadOf(levels.map((low, index) => view(String(index), low)))).toEqual(spread);
  });

  test("a level beside `does not apply` is far apart", () => {
    const views = [view("a", 2), view("b", 1, { notApplicable: "not_provided" })];
    expect(spreadOf(views)).toEqual({ lowest: 2, highest: 2, farApart: true });
  });
});

test("views part on the criteria that some hold to be met and others do not; undecided says nothing", () => {
  const views = [
    view("a", 3, { criteria: { one: "met", two: "met", three: "not_met", four: "met" } }),
    view("b", 2, { criteria: { one: "met", two: "not_met", three: "not_met" } }),
    view("c", 2, { criteria: { one: "met", two: "not_known" } }),
  ];
  const criteria = ["one", "two", "three", "four"].map((id) => ({ id }));
  expect(partingsOf(criteria, views)).toEqual([{ id: "two", met: ["a"], notMet: ["b"], notKnown: ["c"] }]);
});
