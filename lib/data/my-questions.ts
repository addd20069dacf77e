import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { assignedTasks } from "@/lib/assessment/chase";
import { dueStanding } from "@/lib/assessment/assignment";
import { isComplete } from "@/lib/assessment/status";
import { tasksOf } from "@/lib/assessment/tasks";
import { viewsOwed } from "@/lib/assessment/voice";
import { dayOf } from "@/lib/report/dates";
import { findFramework } from "./frameworks";
import { questionWork } from "./question-work";
import { withTenant } from "./tenant";

/** What is asked of a person in a round that is open: questions to answer, and views of their own to give. */
export type MyQuestions = {
  assessmentId: string;
  round: string;
  open: number;
  overdue: number;
  views: number;
};

/**
 * What the person has to answer in an organisation's open rounds, the latest round first: a round that was opened again
 * stands beside the one after it. Rounds in which nothing waits are left out, but the latest. Empty where no round is
 * open, or nothing could be assigned to them.
 */
export async function myQuestions(
  user: CurrentUser,
  organisationId: string,
  now = new Date(),
): Promise<MyQuestions[]> {
  if (!may(user, "answer own questions", organisationId)) return [];
  const rounds = await withTenant(user, {}, (tx) =>
    tx.assessment.findMany({
      where: { organisationId, state: "in_progress" },
      select: { id: true, frameworkId: true, frameworkVersion: true },
      orderBy: { round: "desc" },
    }),
  );
  const found: MyQuestions[] = [];
  for (const round of rounds) {
    if (!(await findFramework(round.frameworkId, round.frameworkVersion))) continue;
    const mine = await inRound(user, round.id, now);
    if (mine && (found.length === 0 || mine.open + mine.views > 0)) found.push(mine);
  }
  return found;
}

async function inRound(user: CurrentUser, id: string, now: Date): Promise<MyQuestions | null> {
  const work = await questionWork(user, id);
  if (!work) return null;
  const { assessment, framework, rows, assignments, voices } = work;
  const mine = assignments.filter(({ personId }) => personId === user.personId);
  const tasks = tasksOf(framework, assessment.careSettings, rows);
  const open = assignedTasks(tasks, mine).filter(({ task }) => !isComplete(task.status));
  const today = dayOf(now);
  const overdue = open.filter(({ assignment }) => dueStanding(assignment.due, today) === "overdue").length;
  const owed = viewsOwed(tasks, voices).filter(({ personId }) => personId === user.personId);
  return {
    assessmentId: assessment.id,
    round: assessment.round,
    open: open.length,
    overdue,
    views: owed.length,
  };
}
