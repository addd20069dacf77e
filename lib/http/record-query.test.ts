import { describe, expect, test } from "vitest";
import { recordAsked } from "./record-query";

describe("I look for what happened on certain days", () => {
  test("a day begins at midnight in London, in summer an hour earlier than elsewhere", () => {
    const summer = { "from-day": "1", "from-month": "7", "from-year": "2026" };
    const winter = { "to-day": "1", "to-month": "12", "to-year": "2026" };
    expect(recordAsked({ ...summer, ...winter }).filter).toEqual({
      from: new Date("2026-06-30T23:00:00Z"),
      before: new Date("2026-12-02T00:00:00Z"),
    });
  });

  test("no day of the calendar is told, and the rest still counts", () => {
    const asked = recordAsked({
      "from-day": "31",
      "from-month": "2",
      "from-year": "2026",
      action: "answer.saved",
    });
    expect(asked.filter).toEqual({ action: "answer.saved" });
    expect(Object.keys(asked.errors)).toEqual(["from"]);
  });

  test("what is no person's id, or stands twice, asks for nothing", () => {
    expect(recordAsked({ person: "' OR 1=1", action: ["a", "b"] }).filter).toEqual({});
  });
});
