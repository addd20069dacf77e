import type { CurrentUser } from "@/lib/access/user";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { workbookWork, type WorkbookWork } from "@/lib/data/answer-workbooks";

/** The assessment for who answers all of its questions; 404 for everybody else. */
export async function loadWorkbook(assessmentId: string): Promise<WorkbookWork & { user: CurrentUser }> {
  const user = await requireUser();
  const work = await workbookWork(user, assessmentId);
  if (!work) notFound();
  return { user, ...work };
}
