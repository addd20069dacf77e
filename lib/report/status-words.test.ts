import { describe, expect, it } from "vitest";
import { standingInWords } from "./status-words";

const completeness = {
  capabilities: { answered: 35, applicable: 50 },
  openCriteria: 90,
  carriedForward: 4,
};
const open = { stage: { low: 1 as const, high: 3 as const, final: false }, completeness };
const complete = {
  stage: { low: 2 as const, high: 2 as const, final: true },
  completeness: { ...completeness, carriedForward: 0 },
};

describe("“Can I quote this figure?”", () => {
  it("says how much is answered while figures are ranges", () => {
    expect(standingInWords("in_progress", open, null)).toBe(
      "Not signed off. 35 of 50 capabilities answered, 4 brought forward and still to confirm: figures are ranges until every question is answered",
    );
  });

  it("says that a complete result is not signed off yet", () => {
    expect(standingInWords("in_progress", complete, null)).toMatch(
      /^Every question is answered. Not signed off/,
    );
    expect(standingInWords("in_review", complete, null)).toMatch(/^In review and not signed off/);
  });

  it("says who signed, as what and when", () => {
    const signed = { byName: "Jo Bloggs", byRole: "approver", at: new Date("2026-04-05T23:30:00Z") };
    expect(standingInWords("signed_off", complete, signed)).toBe(
      "Signed off by Jo Bloggs, Approver, on 6 April 2026",
    );
  });
});
