import { describe, expect, test } from "vitest";
import { type LinkedEvidence, evidenceStanding, gradeInWords, isDocumented } from "./evidence";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const today = day("2026-11-22");
const item = (changes: Partial<LinkedEvidence> = {}): LinkedEvidence => ({
  id: "e",
  title: "Restore test",
  url: null,
  reference: "",
  owner: "",
  effectiveOn: null,
  reviewOn: null,
  grade: "documented",
  verifiedBy: null,
  version: 1,
  capabilityId: "c06-3",
  scope: "organisation",
  counter: false,
  ...changes,
});

describe("I look how long a report can be relied on", () => {
  test("through its review date, which is near from 60 days before it", () => {
    expect(evidenceStanding({ reviewOn: null }, today)).toBe("current");
    expect(evidenceStanding({ reviewOn: day("2026-11-21") }, today)).toBe("expired");
    expect(evidenceStanding({ reviewOn: today }, today)).toBe("expiring");
    expect(evidenceStanding({ reviewOn: day("2027-01-21") }, today)).toBe("expiring");
    expect(evidenceStanding({ reviewOn: day("2027-01-22") }, today)).toBe("current");
  });

  test("it shows an answer while it is documented, in date and not against it", () => {
    expect(isDocumented(item(), today)).toBe(true);
    expect(isDocumented(item({ grade: "verified", verifiedBy: "third_line" }), today)).toBe(true);
    expect(isDocumented(item({ grade: "stated" }), today)).toBe(false);
    expect(isDocumented(item({ counter: true }), today)).toBe(false);
    expect(isDocumented(item({ reviewOn: day("2026-11-21") }), today)).toBe(false);
  });

  test("a verified one says by whom", () => {
    expect(gradeInWords(item({ grade: "verified", verifiedBy: "second_line" }))).toBe(
      "Verified by a committee (second line)",
    );
  });
});
