import { describe, expect, test } from "vitest";
import {
  actionInWords,
  detailForPeople,
  detailInWords,
  eventRow,
  idsIn,
  type RecordedEvent,
  subjectInWords,
} from "./event-words";

const priya = "965ecfeb-0000-4000-8000-000000000001";
const unknown = "dfd2bf80-0000-4000-8000-000000000002";
const names = new Map([[priya, "Priya Raman"]]);
const event: RecordedEvent = {
  id: "7",
  at: new Date("2026-11-23T09:00:00Z"),
  by: null,
  action: "grant.given",
  subject: `grant:${unknown}`,
  detail: {
    receiver: priya,
    until: "2027-11-23T06:23:21.960Z",
    from: "2027-01-04",
    beside: true,
    gone: null,
  },
};

describe("I read what happened in my trust", () => {
  test("in words: whom it was about by name, days as days, yes and no", () => {
    expect(actionInWords("grant.given")).toBe("Access given");
    expect(subjectInWords(`person:${priya}`, names)).toBe("person Priya Raman");
    expect(subjectInWords(event.subject, names)).toBe("grant dfd2bf80");
    expect(detailForPeople(event.detail, names)).toBe(
      "receiver Priya Raman, until 23 November 2027 at 6:23am, from 4 January 2027, beside yes",
    );
    expect(detailForPeople({ from: "in_progress", to: "in_review" }, names)).toBe(
      "from in progress, to in review",
    );
  });

  test("a kind that another version of the service knew is read from its name", () => {
    expect(actionInWords("thing.taken_away")).toBe("Thing taken away");
  });

  test("the file keeps every id and moment as it is", () => {
    expect(idsIn(event)).toEqual([unknown, priya]);
    expect(eventRow(event)).toContain(detailInWords(event.detail));
    expect(detailInWords(event.detail)).toContain(`receiver ${priya}, until 2027-11-23T06:23:21.960Z`);
  });
});
