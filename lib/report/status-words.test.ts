import { describe, expect, it } from "vitest";
import { signedOffInWords, standingInWords } from "./status-words";

const partly = { answered: 31, applicable: 50, carriedForward: 4 };
const whole = { answered: 50, applicable: 50, carriedForward: 0 };
const open = { stage: { low: 1 as const, high: 3 as const, final: false } };
const complete = { stage: { low: 2 as const, high: 2 as const, final: true } };

describe("“Can I quote this figure?”", () => {
  it("says how much is answered while figures are ranges", () => {
    expect(standingInWords("in_progress", open, partly, null)).toBe(
      "Not signed off. 31 of 50 capabilities answered, 4 carried forward and still to confirm: figures are ranges until every question is answered",
    );
  });

  it("says that a complete result is not signed off yet", () => {
    expect(standingInWords("in_progress", complete, whole, null)).toMatch(
      /^Every question is answered. Not signed off/,
    );
    expect(standingInWords("in_review", complete, whole, null)).toMatch(/^In review and not signed off/);
  });

  it("says who signed, as what and when", () => {
    const signed = { byName: "Jo Bloggs", byRole: "approver", at: new Date("2026-04-05T23:30:00Z") };
    expect(standingInWords("signed_off", complete, whole, signed)).toBe(
      "Signed off by Jo Bloggs, Approver, on 6 April 2026",
    );
  });
});

describe("I read who stands behind a result", () => {
  const signed = { byName: "Jo Bloggs", byRole: "approver", at: new Date("2026-04-07T09:00:00Z") };

  it("for a committee, with the day it decided and its minute", () => {
    const committee = {
      committee: "the Digital committee",
      committeeOn: new Date("2026-04-06T00:00:00Z"),
      minuteReference: "12/26",
    };
    expect(signedOffInWords({ ...signed, ...committee })).toBe(
      "Signed off by Jo Bloggs, Approver, on behalf of the Digital committee (6 April 2026, minute 12/26) on 7 April 2026",
    );
  });

  it("and that the same person prepared it, and that it is being revised", () => {
    expect(signedOffInWords({ ...signed, samePerson: true })).toMatch(
      /Prepared and signed by the same person$/,
    );
    expect(standingInWords("in_progress", complete, whole, signed)).toContain("Being revised");
    expect(standingInWords("signed_off", complete, whole, signed)).not.toContain("Being revised");
  });
});
