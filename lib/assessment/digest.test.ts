import { describe, expect, test } from "vitest";
import type { Assignment } from "./assignment";
import { digestDue } from "./digest";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
/** A Monday to a Sunday, by the clock in London. */
const at = (text: string, hour = 9) => ({ day: day(text), weekday: day(text).getUTCDay(), hour });
const moment = (text: string) => new Date(`${text}T09:00:00Z`);
const asked = (due: string | null, assignedOn = "2026-11-02"): { assignment: Assignment } => ({
  assignment: {
    id: "a",
    capabilityId: "c06-3",
    scope: "organisation",
    personId: "me",
    due: due ? day(due) : null,
    note: "",
    assignedAt: moment(assignedOn),
    assignedById: "the-lead",
  },
});
const due = (open: { assignment: Assignment }[], on: string, last: string | null, hour?: number) =>
  digestDue(
    open,
    last ? { day: day(last), at: moment(last) } : null,
    new Date(`${on}T10:00:00Z`),
    at(on, hour),
  );

describe("I am reminded by mail", () => {
  test("of what was assigned since the last mail, once, and not while it is still being assigned", () => {
    const open = [asked(null, "2026-11-23")];
    expect(due(open, "2026-11-23", null)?.others).toHaveLength(1);
    expect(due(open, "2026-11-24", "2026-11-23")).toBeNull();
    const justNow = [
      { assignment: { ...asked(null).assignment, assignedAt: new Date("2026-11-23T09:55:00Z") } },
    ];
    expect(due(justNow, "2026-11-23", null)).toBeNull();
  });

  test.each([
    ["a week before it is due", "2026-12-11", "2026-12-10"],
    ["the day before", "2026-12-17", "2026-12-16"],
    ["once it is late", "2026-12-21", "2026-12-18"],
    ["a week after that", "2026-12-28", "2026-12-25"],
  ])("%s", (_, on, last) => {
    expect(due([asked("2026-12-18")], on, last)).not.toBeNull();
  });

  test.each(["2026-12-10", "2026-12-14", "2026-12-16", "2026-12-22", "2026-12-24"])(
    "and on no other day: %s",
    (on) => {
      const before = new Date(day(on).getTime() - 86_400_000).toISOString().slice(0, 10);
      expect(due([asked("2026-12-18")], on, before)).toBeNull();
    },
  );

  test("a day that was missed is made up for on the next", () => {
    expect(due([asked("2026-12-18")], "2026-12-15", "2026-12-08")).not.toBeNull();
  });

  test("once a day at most, on working days, in working hours", () => {
    const late = [asked("2026-11-02")];
    expect(due(late, "2026-11-23", "2026-11-23")).toBeNull();
    expect(due(late, "2026-11-22", null)).toBeNull();
    expect(due(late, "2026-11-23", null, 6)).toBeNull();
    expect(due(late, "2026-11-23", null, 18)).toBeNull();
    expect(due(late, "2026-11-23", null, 17)).not.toBeNull();
  });

  test("and it lists all that is open, the urgent first; where nothing is, there is no mail", () => {
    const open = [asked(null), asked("2026-11-20"), asked("2026-11-25"), asked("2027-02-01")];
    const digest = due(open, "2026-11-23", null);
    expect([digest?.overdue, digest?.dueSoon, digest?.others].map((list) => list?.length)).toEqual([1, 1, 2]);
    expect(due([], "2026-11-23", null)).toBeNull();
  });
});
