import { expect, test } from "vitest";
import { aCost, anAction } from "@/tests/support/plan";
import { emptyContext } from "./context";
import { planSummary } from "./plan-summary";

const risk = (likelihood: number, impact: number) => ({ text: "It slips", likelihood, impact });

test("a board reads the plan on a page: phases in order, who by job title, what is late, the worst risk first", () => {
  const summary = planSummary(
    [
      anAction({ title: "Later", phase: 2, dueOn: "2028-06-30", risk: risk(3, 3), ownerId: "a-person" }),
      anAction({ title: "Overdue", phase: 1, dueOn: "2026-10-31", risk: risk(2, 5) }),
      anAction({ title: "Due today", phase: 1, dueOn: "2026-11-23" }),
      anAction({
        title: "Done",
        status: "finished",
        dueOn: "2026-06-30",
        finishedOn: "2026-06-01",
        risk: risk(5, 5),
      }),
      anAction({
        title: "Drafted",
        status: "draft",
        dueOn: "2026-01-31",
        risk: risk(5, 5),
        costs: [aCost()],
      }),
      anAction({ title: "Given up", status: "ended", endedReason: "No money", risk: risk(5, 5) }),
    ],
    { today: "2026-11-23", context: emptyContext, hidden: 2 },
  );
  expect(summary.phases.map(({ name, actions }) => [name, actions.map(({ title }) => title)])).toEqual([
    ["Phase 1", ["Done", "Overdue", "Due today"]],
    ["Phase 2", ["Later"]],
  ]);
  expect(summary.counts).toEqual({ not_started: 0, in_progress: 3, finished: 1, ended: 1, late: 1 });
  expect(summary.risks.map(({ action, score }) => [action, score])).toEqual([
    ["Overdue", 10],
    ["Later", 9],
  ]);
  expect(summary.money.costLines).toEqual([]);
  expect(summary.hidden).toBe(2);
  expect(JSON.stringify(summary)).not.toContain("a-person");
});
