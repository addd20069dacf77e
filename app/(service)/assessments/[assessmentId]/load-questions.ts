import { cache } from "react";
import { may, type Permission } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { type QuestionWork, questionWork } from "@/lib/data/question-work";
import { orKept } from "@/lib/http/questions-missing";

type Loaded = QuestionWork & { user: CurrentUser };

/**
 * The signed-in person and the questions of an assessment that are theirs to see: all, or those assigned to them.
 * Whoever sees none gets a 404. Read once a request, though a page's title asks as well.
 */
export const loadQuestions = cache(async (assessmentId: string, capabilityId?: string): Promise<Loaded> => {
  const user = await requireUser();
  const work = await orKept(assessmentId, questionWork(user, assessmentId, capabilityId));
  if (!work) notFound();
  return { user, ...work };
});

/** The same, for those who may do this with the round; everybody else gets a 404. */
export async function loadQuestionsTo(permission: Permission, assessmentId: string): Promise<Loaded> {
  const loaded = await loadQuestions(assessmentId);
  if (!may(loaded.user, permission, loaded.assessment.organisationId)) notFound();
  return loaded;
}
