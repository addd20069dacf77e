import "server-only";
import { may } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { scoringAnswer } from "@/lib/assessment/stored-answer";
import { type Task, tasksOf } from "@/lib/assessment/tasks";
import type { Framework } from "@/lib/framework/schema";
import { levelOf } from "@/lib/scoring/level";
import { noteLook } from "./access-log";
import { answersIn } from "./answers";
import { type Assessment, assessmentIn } from "./assessments";
import { getFramework } from "./frameworks";
import { withTenant } from "./tenant";

/** What a trust says of one question: the level, and why. Null where it is not answered or does not apply. */
export type LevelAndReason = Pick<Task, "capability" | "scope" | "status"> & {
  level: { low: number; high: number } | null;
  reason: string;
};

export type LevelsAndReasons = {
  assessment: Assessment;
  framework: Framework;
  rows: LevelAndReason[];
  /** How many questions are sensitive and so not shown to this person. */
  hidden: number;
};

/**
 * The level and reason of each answer of a round, and nothing else of it: for reviewers who are not given more (design
 * 1, reviewer). Null where the round is missing or not the person's to review.
 */
export async function levelsAndReasons(
  user: CurrentUser,
  assessmentId: string,
): Promise<LevelsAndReasons | null> {
  const found = await withTenant(user, {}, async (tx) => {
    const assessment = await assessmentIn(tx, user, assessmentId);
    if (!assessment || !may(user, "see levels and reasons", assessment.organisationId, assessmentId))
      return null;
    return { assessment, answers: await answersIn(tx, assessment.organisationId, assessmentId) };
  });
  if (!found) return null;
  const { assessment, answers } = found;
  await noteLook(user, assessment.organisationId);
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  const showSensitive = may(user, "see sensitive items", assessment.organisationId, assessmentId);
  const tasks = tasksOf(framework, assessment.careSettings, answers);
  const shown = tasks.filter(({ capability }) => showSensitive || !capability.sensitive);
  return { assessment, framework, rows: shown.map(rowOf), hidden: tasks.length - shown.length };
}

function rowOf({ capability, scope, status, settings, answer }: Task): LevelAndReason {
  const answered = answer && !answer.withdrawn && answer.notApplicable === null;
  const level = answered ? levelOf(capability, settings, scoringAnswer(answer)) : null;
  return { capability, scope, status, level, reason: answer?.note ?? "" };
}
