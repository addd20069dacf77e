import { describe, expect, test } from "vitest";
import { assignFields } from "./assign-fields";

const sent = (changes: Record<string, unknown> = {}) => ({
  assessmentId: "a-round",
  person: "a-person",
  "due-day": "18",
  "due-month": "12",
  "due-year": "2026",
  note: "",
  questions: "c06-3/organisation",
  ...changes,
});
const wrong = (changes: Record<string, unknown>) =>
  assignFields.safeParse(sent(changes)).error?.issues.map(({ path }) => path[0]);

describe("I assign questions", () => {
  test("one, several, or a whole dimension", () => {
    expect(assignFields.parse(sent())).toMatchObject({
      questions: ["c06-3/organisation"],
      dimensions: [],
      due: new Date("2026-12-18T00:00:00Z"),
    });
    const several = { questions: ["c06-2/organisation", "c06-3/organisation"], dimensions: "d10" };
    expect(assignFields.parse(sent(several))).toMatchObject({ ...several, dimensions: ["d10"] });
  });

  test("without a date, if none is needed", () => {
    const none = { "due-day": "", "due-month": "", "due-year": "" };
    expect(assignFields.parse(sent(none)).due).toBeNull();
  });

  test("and am told everything that is missing at once", () => {
    const blank = { person: "", questions: [], note: "x".repeat(1001), "due-day": "31", "due-month": "2" };
    expect(wrong(blank)?.sort()).toEqual(["due", "note", "person", "questions"]);
  });
});
