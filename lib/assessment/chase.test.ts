import { describe, expect, test } from "vitest";
import { smallFramework } from "@/tests/support/small-framework";
import { storedAnswer } from "@/tests/support/stored-answer";
import { type Assignment, dueStanding } from "./assignment";
import { taskKey, unassignedTasks, workByPerson } from "./chase";
import { tasksOf } from "./tasks";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const today = day("2026-11-23");
const has = (personId: string, question: string, due: string | null): Assignment => ({
  id: question,
  capabilityId: question.split("/")[0] ?? "",
  scope: question.split("/")[1] ?? "",
  personId,
  due: due ? day(due) : null,
  note: "",
  assignedAt: day("2026-11-01"),
  assignedById: "the-lead",
});

describe("I want to know who is blocking", () => {
  const finished = storedAnswer("c01-2", "acute", { criteria: { "c01-2-l2-a": "not_met" } });
  const tasks = tasksOf(smallFramework(), ["acute", "community"], [finished]);
  const assignments = [
    has("early", "c02-1/acute", "2026-12-18"),
    has("early", "c01-2/acute", "2026-11-01"),
    has("late", "c01-1/organisation", "2026-11-22"),
  ];

  test("whoever is overdue comes first, with what is open by date; what is finished is not held against anyone", () => {
    const people = workByPerson(tasks, assignments, today);
    expect(people.map(({ personId, overdue, done }) => [personId, overdue, done])).toEqual([
      ["late", 1, 0],
      ["early", 0, 1],
    ]);
    expect(people[1]?.open.map(({ assignment }) => assignment.id)).toEqual(["c02-1/acute"]);
    expect(people[0]?.nextDue).toEqual(day("2026-11-22"));
  });

  test("and what nobody was asked, if it is not finished", () => {
    const left = unassignedTasks(tasks, assignments);
    expect(left.map(taskKey)).toEqual(["c01-2/community"]);
  });
});

test.each([
  [null, "no_date"],
  ["2026-11-22", "overdue"],
  ["2026-11-23", "due_soon"],
  ["2026-11-30", "due_soon"],
  ["2026-12-01", "later"],
])("on 23 November 2026 something due %s is %s", (due, standing) => {
  expect(dueStanding(due ? day(due) : null, today)).toBe(standing);
});
