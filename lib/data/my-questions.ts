import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { assignedTasks } from "@/lib/assessment/chase";
import { dueStanding } from "@/lib/assessment/assignment";
import { currentRound } from "@/lib/assessment/states";
import { isComplete } from "@/lib/assessment/status";
import { tasksOf } from "@/lib/assessment/tasks";
import { viewsOwed } from "@/lib/assessment/voice";
import { dayOf } from "@/lib/report/dates";
import { findFramework } from "./frameworks";
import { questionWork } from "./question-work";
import { withTenant } from "./tenant";

/** What is asked of a person in the round that is open: questions to answer, and views of their own to give. */
export type MyQuestions = {
  assessmentId: string;
  round: string;
  open: number;
  overdue: number;
  views: number;
};

/**
 * What the person has to answer in an organisation's open round; null where no round is open, or nothing could be
 * assigned to them.
 */
export async function myQuestions(
  user: CurrentUser,
  organisationId: string,
  now = new Date(),
): Promise<MyQuestions | null> {
  if (!may(user, "answer own questions", organisationId)) return null;
  const rounds = await withTenant(user, {}, (tx) =>
    tx.assessment.findMany({
      where: { organisationId, state: "in_progress" },
      select: {
        id: true,
        round: true,
        state: true,
        signedOffAt: true,
        frameworkId: true,
        frameworkVersion: true,
      },
    }),
  );
  const round = currentRound(rounds);
  if (!round || !(await findFramework(round.frameworkId, round.frameworkVersion))) return null;
  const work = await questionWork(user, round.id);
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
