import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aBenefit, aCost, anAction } from "@/tests/support/plan";
import { type Benefit, benefitKinds } from "./benefit";
import { besideProgramme, emptyContext } from "./context";
import { costKinds } from "./cost";
import { inYear, moneyOf } from "./money";

const kind = (money: ReturnType<typeof moneyOf>, wanted: (typeof benefitKinds)[number]) => {
  const found = money.benefits.find((total) => total.kind === wanted);
  if (!found) throw new Error(wanted);
  return found;
};

describe("a finance director reads what a plan costs", () => {
  const plan = [
    anAction({
      id: "recovery",
      optimismPercent: 20,
      costs: [
        aCost({ kind: "one_off_capital", pounds: 400_000, fromYear: 2027, agreedBy: "Deputy CFO" }),
        aCost({ kind: "one_off_revenue", pounds: 60_000, fromYear: 2027, doubleRunning: true }),
        aCost({
          kind: "recurring_revenue",
          pounds: 85_000,
          fromYear: 2027,
          years: 3,
          funding: { source: "Frontline digitisation", type: "capital" },
        }),
      ],
    }),
    anAction({ id: "stopped", status: "ended", costs: [aCost({ pounds: 1_000_000 })] }),
  ];
  const money = moneyOf(plan);

  test("by kind and by year, with the optimism adjustment beside and not in it; what was ended costs nothing", () => {
    expect(money.costs.map(({ kind, pounds, adjusted, agreed }) => [kind, pounds, adjusted, agreed])).toEqual(
      [
        ["one_off_capital", 400_000, 480_000, 400_000],
        ["one_off_revenue", 60_000, 72_000, 0],
        ["recurring_revenue", 255_000, 306_000, 0],
      ],
    );
    expect(money.years).toEqual([2027, 2028, 2029]);
    expect(money.costs.map(({ byYear }) => inYear(byYear, 2029))).toEqual([0, 0, 85_000]);
  });

  test("capital that would pay a running cost is a mismatch, and what nobody pays is said", () => {
    expect(money.mismatched.map(({ cost }) => cost.kind)).toEqual(["recurring_revenue"]);
    expect(money.unfunded.map(({ pounds }) => pounds)).toEqual([400_000, 60_000, 0]);
    expect(money.funding).toEqual([{ source: "Frontline digitisation", type: "capital", pounds: 255_000 }]);
  });

  test("double running is stated by its cost, or by saying that there is none; else the action is named", () => {
    expect(money.doubleRunning).toBe(60_000);
    expect(money.doubleRunningNotStated).toEqual([]);
    const silent = anAction({ title: "Silent", costs: [aCost()] });
    expect(moneyOf([silent]).doubleRunningNotStated.map(({ title }) => title)).toEqual(["Silent"]);
    expect(moneyOf([silent]).optimismNotStated.map(({ title }) => title)).toEqual(["Silent"]);
    expect(moneyOf([{ ...silent, noDoubleRunning: true }]).doubleRunningNotStated).toEqual([]);
  });
});

describe("what it brings, in four kinds", () => {
  test("hours stay hours until a finance owner says what they are used for; then they are that money once", () => {
    const hours = aBenefit({
      kind: "non_cash_releasing",
      measure: { unit: "hours", hours: 5_000, use: null },
      years: 2,
    });
    const before = kind(moneyOf([anAction({ benefits: [hours] })]), "non_cash_releasing");
    expect([before.hours, before.pounds]).toEqual([10_000, 0]);

    const use = {
      text: "Two agency posts end",
      financeOwner: "Margaret Osei",
      kind: "cash_releasing" as const,
      pounds: 90_000,
    };
    const used = { ...hours, measure: { unit: "hours" as const, hours: 5_000, use } };
    const after = moneyOf([anAction({ benefits: [used] })]);
    expect(kind(after, "non_cash_releasing")).toMatchObject({ hours: 0, pounds: 0 });
    expect(kind(after, "cash_releasing")).toMatchObject({ hours: 0, pounds: 180_000 });
  });

  test("one benefit that two actions bring is counted under one of them", () => {
    const own = anAction({ id: "own", benefits: [aBenefit({ description: "Less paper" })] });
    const shared = anAction({
      id: "shared",
      benefits: [aBenefit({ description: "Less paper.", countedIn: "own" })],
    });
    const money = moneyOf([own, shared]);
    expect(kind(money, "cash_releasing").pounds).toBe(10_000);
    expect(money.benefitLines.map(({ countedIn }) => countedIn?.id ?? null)).toEqual([null, "own"]);
    expect(money.alike).toEqual([]);
    // Once the action it was counted under has ended, it is counted where it still comes from.
    expect(kind(moneyOf([{ ...own, status: "ended" }, shared]), "cash_releasing").pounds).toBe(10_000);
  });

  test("two that read alike are pointed at, whatever their punctuation", () => {
    const one = anAction({ id: "one", benefits: [aBenefit({ description: "Less paper" })] });
    const other = anAction({ id: "other", benefits: [aBenefit({ description: "less  paper!" })] });
    expect(moneyOf([one, other]).alike).toHaveLength(1);
  });

  test("only cash-releasing benefit of that year is set against the efficiency programme", () => {
    const money = moneyOf([
      anAction({
        benefits: benefitKinds.map((kind) => aBenefit({ kind, fromYear: 2027, years: 1 })),
      }),
    ]);
    const efficiency = { year: 2027, pounds: 18_500_000 };
    expect(besideProgramme(money, { ...emptyContext, efficiency })).toEqual({
      year: 2027,
      programme: 18_500_000,
      cashReleasing: 10_000,
    });
    expect(
      besideProgramme(money, { ...emptyContext, efficiency: { ...efficiency, year: 2030 } }),
    ).toMatchObject({
      cashReleasing: 0,
    });
    expect(besideProgramme(money, emptyContext)).toBeNull();
  });
});

describe("whatever a plan holds", () => {
  const anyBenefit = fc
    .record({
      kind: fc.constantFrom(...benefitKinds),
      pounds: fc.integer({ min: 0, max: 1_000_000 }),
      years: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ kind, pounds, years }) => aBenefit({ kind, years, measure: { unit: "pounds", pounds } }));
  const anyServes = fc.array(
    fc.record({
      capabilityId: fc.constantFrom("c1", "c2", "c3"),
      scope: fc.constant("organisation"),
      criteria: fc.array(fc.constantFrom("x", "y"), { maxLength: 2 }),
    }),
    { maxLength: 4 },
  );
  const inAll = ({ measure, years }: Benefit) => (measure.unit === "pounds" ? measure.pounds * years : 0);

  test("each benefit counts once and in its own kind, however many criteria its action serves", () => {
    fc.assert(
      fc.property(fc.array(anyBenefit, { maxLength: 6 }), anyServes, (benefits, serves) => {
        const money = moneyOf([anAction({ benefits, serves })]);
        for (const wanted of benefitKinds) {
          const expected = benefits
            .filter(({ kind }) => kind === wanted)
            .reduce((total, benefit) => total + inAll(benefit), 0);
          expect(kind(money, wanted).pounds).toBe(expected);
        }
      }),
    );
  });

  test("nothing holds a sum over kinds of benefit, and every figure is a whole number", () => {
    fc.assert(
      fc.property(
        fc.array(anyBenefit, { minLength: 2, maxLength: 5 }),
        fc.constantFrom(...costKinds),
        fc.nat({ max: 200 }),
        (benefits, kind, optimismPercent) => {
          const costs = [aCost({ kind, pounds: 333, years: 1 })];
          const money = moneyOf([anAction({ benefits, costs, optimismPercent })]);
          const kinds = money.benefits.filter(({ pounds }) => pounds > 0);
          const all = kinds.reduce((total, { pounds }) => total + pounds, 0);
          const figures = JSON.stringify(money, (name, value: unknown) =>
            name === "benefitLines" || name === "alike" || name === "costLines" ? undefined : value,
          );
          const found = (figures.match(/\d+(\.\d+)?/g) ?? []).map(Number);
          expect(found.every(Number.isInteger)).toBe(true);
          if (kinds.length > 1 && all > 10_000) expect(found).not.toContain(all);
        },
      ),
    );
  });
});
