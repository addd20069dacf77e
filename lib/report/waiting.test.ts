import { describe, expect, test } from "vitest";
import { anAssignment, aTarget, nothingWaits as nothing, onDay, today } from "@/tests/support/led-work";
import { anAction } from "@/tests/support/plan";
import { waitingOn, type WaitingSource } from "./waiting";

const none = {
  overdue: 0,
  handedBack: 0,
  challenged: 0,
  copied: 0,
  expired: 0,
  expiring: 0,
  lateActions: 0,
  missedTargets: 0,
};

describe("I lead the assessment: what waits for me today?", () => {
  test("nothing, where nothing was given away, planned or promised", () => {
    expect(waitingOn(nothing, today)).toEqual(none);
  });

  test("a question whose day has passed, and not one that is due today", () => {
    const assignments = [anAssignment("a1", "2026-11-22"), anAssignment("a2", "2026-11-23")];
    expect(waitingOn({ ...nothing, assignments }, today)).toEqual({ ...none, overdue: 1 });
  });

  test("evidence that has expired or soon will, and actions past their day", () => {
    const evidence = ["2026-11-22", "2026-11-23", "2027-11-23"].map((on) => ({
      reviewOn: onDay(on),
      toConfirm: false,
    }));
    const actions = [anAction({ dueOn: "2026-11-22" }), anAction({ dueOn: "2026-11-23" })];
    expect(waitingOn({ ...nothing, evidence, actions }, today)).toEqual({
      ...none,
      expired: 1,
      expiring: 1,
      lateActions: 1,
    });
  });

  test("evidence copied from another trust that nobody has confirmed here, whatever its day", () => {
    const evidence = [{ reviewOn: onDay("2026-11-22"), toConfirm: true }];
    expect(waitingOn({ ...nothing, evidence }, today)).toEqual({ ...none, copied: 1 });
  });

  test("a capability below a target whose day has passed, once however many care settings miss it", () => {
    const missed = (...targets: WaitingSource["targets"]) =>
      waitingOn({ ...nothing, targets }, today).missedTargets;
    expect(missed(aTarget("a1", "2026-09-30"), aTarget("a2", "2026-09-30"))).toBe(1);
    expect(missed(aTarget("a1", "2026-11-23"))).toBe(0);
    expect(missed(aTarget("A", "2026-09-30"))).toBe(1);
  });
});
