import { describe, expect, test } from "vitest";
import { answersLeftBy, type PlacedRevision } from "./as-it-stood";
import { changeBetween, changesNothing } from "./revision-change";
import { revisionName } from "./revision";
import type { AnswerContent } from "./stored-answer";

const content = (changes: Partial<AnswerContent> = {}): AnswerContent => ({
  criteria: { a: "met", b: "not_met" },
  notApplicable: null,
  note: "As agreed",
  confidence: "low",
  ...changes,
});

describe("I look at what a colleague changed", () => {
  test("and see each criterion with what it was and what it became, decided and undecided alike", () => {
    const after = content({ criteria: { a: "met", c: "not_known" } });
    expect(changeBetween(content(), after).criteria).toEqual([
      { id: "b", from: "not_met", to: null },
      { id: "c", from: null, to: "not_known" },
    ]);
  });

  test("and see a note, a confidence and a reason only where they changed", () => {
    const after = content({ note: "As found", confidence: null, criteria: {}, notApplicable: "none" });
    expect(changeBetween(content(), after)).toMatchObject({
      note: { from: "As agreed", to: "As found" },
      confidence: { from: "low", to: null },
      notApplicable: { from: null, to: "none" },
    });
    expect(changeBetween(content(), content({ criteria: {} })).note).toBeNull();
  });

  test("the first version is compared with nothing, and a confirmation changes nothing", () => {
    expect(changeBetween(null, content()).criteria).toHaveLength(2);
    expect(changesNothing(changeBetween(content(), content()))).toBe(true);
    expect(changesNothing(changeBetween(null, content()))).toBe(false);
  });

  test("what a program sent says so", () => {
    expect(revisionName({ kind: "saved", because: { token: "x" } })).toMatch(/program/);
    expect(revisionName({ kind: "saved", because: {} })).toBe("Saved");
  });

  test("what was copied says from where, where that is known", () => {
    expect(revisionName({ kind: "copied", because: {} }, "Northmere (Acute)")).toBe(
      "Copied from Northmere (Acute)",
    );
    expect(revisionName({ kind: "copied", because: {} })).toBe("Copied");
  });

  test("what was put back says from when", () => {
    expect(revisionName({ kind: "undone", because: { restored: 3 } })).toBe(
      "Put back as it was in version 3",
    );
    expect(revisionName({ kind: "undone", because: { restored: 0 } })).toBe("Emptied again");
  });
});

test("I look at the round as it stood: of each answer the latest version by then counts", () => {
  const revision = (changes: Partial<PlacedRevision>): PlacedRevision => ({
    capabilityId: "c01-1",
    scope: "acute",
    version: 1,
    kind: "saved",
    content: content(),
    because: {},
    toConfirm: false,
    at: new Date("2026-11-20T10:00:00Z"),
    byId: "somebody",
    ...changes,
  });
  const left = answersLeftBy([
    revision({ version: 2 }),
    revision({ kind: "carried_forward", toConfirm: true }),
    revision({ capabilityId: "c01-2", kind: "carried_forward", toConfirm: true }),
    revision({ scope: "community", version: 3, kind: "withdrawn" }),
  ]);
  expect(
    left.map(({ capabilityId, scope, version, carriedForward, withdrawn }) => [
      capabilityId,
      scope,
      version,
      carriedForward,
      withdrawn,
    ]),
  ).toEqual([
    ["c01-1", "acute", 2, false, false],
    ["c01-2", "acute", 1, true, false],
    ["c01-1", "community", 3, false, true],
  ]);
});
