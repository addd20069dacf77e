import { notFound } from "next/navigation";
import { requireUser } from "@/lib/auth/current-user";
import { type AssessmentWork, assessmentWork } from "@/lib/data/assessment-work";
import type { CurrentUser } from "@/lib/access/user";

/** The signed-in person and the assessment they came to work on; whoever may not read it gets a 404. */
export async function loadWork(
  assessmentId: string,
  capabilityId?: string,
): Promise<AssessmentWork & { user: CurrentUser }> {
  const user = await requireUser();
  const work = await assessmentWork(user, assessmentId, capabilityId);
  if (!work) notFound();
  return { user, ...work };
}
