import { tasksOf } from "@/lib/assessment/tasks";
import type { WaitingSource } from "@/lib/report/waiting";
import { score } from "@/lib/scoring/score";
import { aCapability, aDimension, aFramework, answersAt } from "./framework";

/** The day on which whoever leads the work looks at it. */
export const today = onDay("2026-11-23");

/** "2027-03-31" as the midnight that days are kept at. */
export function onDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

const framework = aFramework([aDimension("A", [aCapability("a1"), aCapability("a2")])]);
const result = score(framework, "acute", answersAt(framework, { a1: 2, a2: 3 }));

/** A round of two care settings, a1 at level 2 and a2 at 3, in which nothing is given away, planned or promised. */
export const nothingWaits: WaitingSource = {
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

/** A question given to somebody, to be answered by a day. */
export function anAssignment(capabilityId: string, due: string): WaitingSource["assignments"][number] {
  return {
    id: capabilityId,
    capabilityId,
    scope: "organisation",
    personId: "p",
    note: "",
    due: onDay(due),
    assignedAt: today,
    assignedById: "lead",
  };
}

/** Level 3 by a day, for a capability or a dimension. */
export function aTarget(capabilityId: string, by: string): WaitingSource["targets"][number] {
  return { capabilityId, scope: "organisation", level: 3, by: onDay(by), reason: "" };
}
