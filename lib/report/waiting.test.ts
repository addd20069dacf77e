import { describe, expect, test } from "vitest";
import { tasksOf } from "@/lib/assessment/tasks";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework, answersAt } from "@/tests/support/framework";
import { anAction } from "@/tests/support/plan";
import { waitingOn, type WaitingSource } from "./waiting";

const framework = aFramework([aDimension("A", [aCapability("a1"), aCapability("a2")])]);
const answers = answersAt(framework, { a1: 2, a2: 3 });
const result = score(framework, "acute", answers);
const today = new Date("2026-11-23T00:00:00Z");
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const nothing: WaitingSource = {
  framework,
  tasks: tasksOf(framework, ["acute"], []),
  results: { acute: result, community: result },
  assignments: [],
  handedBack: [],
  openChallenges: 0,
  evidence: [],
  actions: [],
  targets: [],
};
const none = {
  overdue: 0,
  handedBack: 0,
  challenged: 0,
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
    const assigned = (capabilityId: string, due: string) => ({
      id: capabilityId,
      capabilityId,
      scope: "organisation",
      personId: "p",
      note: "",
      due: day(due),
      assignedAt: today,
      assignedById: "lead",
    });
    const assignments = [assigned("a1", "2026-11-22"), assigned("a2", "2026-11-23")];
    expect(waitingOn({ ...nothing, assignments }, today)).toEqual({ ...none, overdue: 1 });
  });

  test("evidence that has expired or soon will, and actions past their day", () => {
    const evidence = ["2026-11-22", "2026-11-23", "2027-11-23"].map((on) => ({ reviewOn: day(on) }));
    const actions = [anAction({ dueOn: "2026-11-22" }), anAction({ dueOn: "2026-11-23" })];
    expect(waitingOn({ ...nothing, evidence, actions }, today)).toEqual({
      ...none,
      expired: 1,
      expiring: 1,
      lateActions: 1,
    });
  });

  test("a capability below a target whose day has passed, once however many care settings miss it", () => {
    const target = (capabilityId: string, by: string) => ({
      capabilityId,
      scope: "organisation",
      level: 3,
      by: day(by),
      reason: "",
    });
    const missed = (...targets: WaitingSource["targets"]) =>
      waitingOn({ ...nothing, targets }, today).missedTargets;
    expect(missed(target("a1", "2026-09-30"), target("a2", "2026-09-30"))).toBe(1);
    expect(missed(target("a1", "2026-11-23"))).toBe(0);
    expect(missed(target("A", "2026-09-30"))).toBe(1);
  });
});
