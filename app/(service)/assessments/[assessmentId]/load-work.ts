import { cache } from "react";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { type AssessmentWork, assessmentWork } from "@/lib/data/assessment-work";
import type { CurrentUser } from "@/lib/access/user";
import { orKept } from "@/lib/http/questions-missing";

type Loaded = AssessmentWork & { user: CurrentUser };

/**
 * The signed-in person and the assessment they came to work on; whoever may not read it gets a 404. Read once a
 * request, though a page's title asks as well.
 */
export const loadWork = cache(async (assessmentId: string, capabilityId?: string): Promise<Loaded> => {
  const user = await requireUser();
  const work = await orKept(assessmentId, assessmentWork(user, assessmentId, capabilityId));
  if (!work) notFound();
  return { user, ...work };
});
