import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capabilitiesOf } from "@/lib/framework/find";
import { withCriteriaMet } from "@/lib/scoring/raise";
import { score } from "@/lib/scoring/score";
import { answersAt, workedExample } from "@/tests/support/framework";
import { anAction } from "@/tests/support/plan";
import { lateActions, projected } from "./projected";

const framework = workedExample();
const answers = answersAt(framework, { a1: 2, a2: 4, b1: 3, b2: 3, b3: 3 });
const ground = { framework, setting: "acute" as const, answers, rows: [] };
const serves = (capabilityId: string, ...criteria: string[]) => [
  { capabilityId, scope: "organisation", criteria },
];
const asked = { today: "2026-11-23", asked: null };

describe("a board asks where the plan takes it", () => {
  const raise = anAction({ dueOn: "2027-03-31", serves: serves("a1", "a1-l3-a") });
  const further = anAction({ dueOn: "2027-06-30", serves: serves("b1", "b1-l4-a") });

  test("today, then each day on which something is due, then the day asked for", () => {
    const points = projected({ ...ground, actions: [further, raise] }, { ...asked, asked: "2028-01-01" });
    expect(points.map(({ day, due, result }) => [day, due, result.stage.low])).toEqual([
      ["2026-11-23", 0, 2],
      ["2027-03-31", 1, 3],
      ["2027-06-30", 1, 3],
      ["2028-01-01", 0, 3],
    ]);
  });

  test("what I may not know moves the figures, and its day is not told", () => {
    const points = projected(
      { ...ground, actions: [further], unnamed: [raise] },
      { ...asked, asked: "2027-05-01" },
    );
    expect(points.map(({ day, due, result }) => [day, due, result.stage.low])).toEqual([
      ["2026-11-23", 0, 2],
      ["2027-05-01", 0, 3],
      ["2027-06-30", 1, 3],
    ]);
  });

  test("what is late moves nothing, nor what was ended or is finished without being confirmed", () => {
    const late = { ...raise, dueOn: "2026-10-31" };
    const ended = { ...raise, status: "ended" as const };
    const finished = { ...raise, status: "finished" as const };
    const points = projected({ ...ground, actions: [late, ended, finished] }, asked);
    expect(points.map(({ day }) => day)).toEqual(["2026-11-23"]);
    expect(lateActions([late, ended, finished], asked.today)).toBe(1);
  });

  test("an action for another scope leaves this care setting as it is", () => {
    const elsewhere = anAction({
      serves: [{ capabilityId: "a1", scope: "community", criteria: ["a1-l3-a"] }],
    });
    expect(projected({ ...ground, actions: [elsewhere] }, asked)).toHaveLength(1);
  });

  test("after every action it is the score with every criterion met, whatever the plan", () => {
    const all = capabilitiesOf(framework).flatMap(({ id, levels }) =>
      levels.flatMap(({ criteria }) => criteria.map((criterion) => ({ id, criterion: criterion.id }))),
    );
    const anyPlan = fc.array(
      fc.record({
        what: fc.subarray(all),
        dueOn: fc.constantFrom("2027-01-31", "2027-06-30", "2028-03-31"),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const actions = plan.map(({ what, dueOn }) =>
          anAction({ dueOn, serves: what.flatMap(({ id, criterion }) => serves(id, criterion)) }),
        );
        let met = answers;
        for (const { id, criterion } of plan.flatMap(({ what }) => what))
          met = withCriteriaMet(met, id, [criterion]);
        const last = projected({ ...ground, actions }, { ...asked, asked: "2030-01-01" }).at(-1);
        expect(last?.result).toEqual(score(framework, "acute", met));
      }),
    );
  });
});
