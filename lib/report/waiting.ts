import { type Assignment, dueStanding, type HandedBack } from "@/lib/assessment/assignment";
import { assignedTasks } from "@/lib/assessment/chase";
import { evidenceStanding, type KeptEvidence } from "@/lib/assessment/evidence";
import { isComplete } from "@/lib/assessment/status";
import type { Task } from "@/lib/assessment/tasks";
import type { CareSetting, Framework } from "@/lib/framework/schema";
import type { PlannedAction } from "@/lib/plan/action";
import { lateActions } from "@/lib/plan/projected";
import type { Result } from "@/lib/scoring/result";
import { isoDate } from "./dates";
import { targetStanding } from "./target-standing";
import { overDimensions, type SetTarget, targetsIn } from "./targets";

/** What waits for whoever leads a trust's assessment, or is late: how many of each. */
export type Waiting = {
  /** Questions that somebody has and whose day has passed. */
  overdue: number;
  /** Questions that came back and are nobody's. */
  handedBack: number;
  /** Challenges that nobody has replied to. */
  challenged: number;
  /** Pieces of evidence: copied from another trust and not confirmed here yet, which alone counts of them; the others. */
  copied: number;
  expired: number;
  expiring: number;
  lateActions: number;
  /** Capabilities below a target whose day has passed, in any care setting. */
  missedTargets: number;
};

export type WaitingSource = {
  framework: Framework;
  tasks: readonly Task[];
  results: Partial<Record<CareSetting, Result>>;
  assignments: readonly Assignment[];
  handedBack: readonly HandedBack[];
  openChallenges: number;
  evidence: readonly Pick<KeptEvidence, "reviewOn" | "toConfirm">[];
  actions: readonly PlannedAction[];
  targets: readonly SetTarget[];
};

/** Counts what waits or is late on a day, at midnight UTC. */
export function waitingOn(source: WaitingSource, today: Date): Waiting {
  const { tasks, assignments, handedBack, openChallenges, evidence, actions } = source;
  const standings = evidence
    .filter(({ toConfirm }) => !toConfirm)
    .map((item) => evidenceStanding(item, today));
  const overdue = assignedTasks(tasks, assignments).filter(
    ({ task, assignment }) => !isComplete(task.status) && dueStanding(assignment.due, today) === "overdue",
  );
  return {
    overdue: overdue.length,
    handedBack: handedBack.length,
    challenged: openChallenges,
    copied: evidence.length - standings.length,
    expired: standings.filter((standing) => standing === "expired").length,
    expiring: standings.filter((standing) => standing === "expiring").length,
    lateActions: lateActions(actions, isoDate(today)),
    missedTargets: missedTargets(source, today),
  };
}

function missedTargets({ framework, results, targets }: WaitingSource, today: Date): number {
  const told = overDimensions(framework, targets);
  const missed = Object.entries(results).flatMap(([setting, { capabilities }]) => {
    const held = targetsIn(setting as CareSetting, told);
    return capabilities.flatMap(({ id, low }) => {
      const target = held.get(id);
      return target && targetStanding(target, low, today) === "overdue" ? [id] : [];
    });
  });
  return new Set(missed).size;
}
