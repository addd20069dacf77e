import { expect, test } from "vitest";
import { aBenefit, aCost, anAction } from "@/tests/support/plan";
import { planSheets } from "./plan-sheets";

test("a finance team takes the plan away: every line with what it rests on, and no sum over kinds of benefit", () => {
  const cash = aBenefit({ measure: { unit: "pounds", pounds: 7_000 }, years: 2 });
  const societal = aBenefit({ kind: "societal", measure: { unit: "pounds", pounds: 900 } });
  const [actions, meets, costs, benefits, byKind] = planSheets([
    anAction({
      id: "one",
      optimismPercent: 10,
      serves: [{ capabilityId: "c06-3", scope: "organisation", criteria: ["c06-3-l3-a", "c06-3-l3-b"] }],
      costs: [aCost({ pounds: 5_000, assumption: "A quote" })],
      benefits: [cash, societal],
    }),
    anAction({ id: "two", status: "ended", endedReason: "No money", costs: [aCost()] }),
  ]);
  expect(actions?.rows.map(([id]) => id)).toEqual(["one", "two"]);
  expect(meets?.rows.map((row) => row.at(-1))).toEqual(["c06-3-l3-a", "c06-3-l3-b"]);
  expect(costs?.rows).toHaveLength(1);
  expect(costs?.rows[0]).toEqual(expect.arrayContaining([5_000, 5_500, "A quote"]));
  expect(benefits?.rows.map((row) => row[5])).toEqual([7_000, 900]);
  const figures = byKind?.rows.flat().filter((cell) => typeof cell === "number") ?? [];
  expect(figures).toContain(14_000);
  expect(figures).not.toContain(14_900);
});
