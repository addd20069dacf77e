import { randomUUID } from "node:crypto";
import type { CurrentUser } from "@/lib/access/user";
import { type Task, tasksOf } from "@/lib/assessment/tasks";
import { assessmentWork } from "@/lib/data/assessment-work";
import { startRound } from "@/lib/data/rounds";
import { saveAnswers } from "@/lib/data/save-answers";
import { saveAnswer, type SaveOutcome } from "@/lib/data/save-answer";
import type { CareSetting } from "@/lib/framework/schema";

/** A round that was just started, and its id. */
export async function startedRound(
  lead: CurrentUser,
  organisationId: string,
  { round = "2026/27", careSettings = ["acute"] }: { round?: string; careSettings?: CareSetting[] } = {},
): Promise<string> {
  const outcome = await startRound(lead, organisationId, { round, careSettings });
  if (outcome.kind !== "started") throw new Error(`The round did not start: ${outcome.kind}`);
  return outcome.id;
}

/** What a round asks, with where each answer stands. */
export async function tasksIn(user: CurrentUser, assessmentId: string): Promise<Task[]> {
  const work = await assessmentWork(user, assessmentId);
  if (!work) throw new Error("This person may not read the answers of this round");
  return tasksOf(work.framework, work.assessment.careSettings, work.rows);
}

/** Saves one answer with a key of its own. */
export function save(
  user: CurrentUser,
  place: { assessmentId: string; capabilityId: string; scope: string },
  body: Record<string, unknown>,
  key: string = randomUUID(),
): Promise<SaveOutcome> {
  return saveAnswer(user, place, key, body);
}

/** Answers everything in a round at one level; what was carried forward is confirmed by it. */
export async function answerAll(user: CurrentUser, assessmentId: string, level = 3): Promise<void> {
  for (const { capability, scope, answer } of await tasksIn(user, assessmentId)) {
    const place = { assessmentId, capabilityId: capability.id, scope };
    const outcome = await save(user, place, { version: answer?.version ?? 0, level });
    if (outcome.kind !== "saved") throw new Error(`${capability.id}: ${JSON.stringify(outcome)}`);
  }
}

/** The same for a round nobody else is at, all at once. */
export async function answerEverything(user: CurrentUser, assessmentId: string, level = 3): Promise<void> {
  const answers = (await tasksIn(user, assessmentId)).map(({ capability, scope, answer }) => ({
    capabilityId: capability.id,
    scope,
    body: { version: answer?.version ?? 0, level },
  }));
  const outcome = await saveAnswers(user, assessmentId, answers);
  if (outcome.kind !== "saved") throw new Error(JSON.stringify(outcome));
}
