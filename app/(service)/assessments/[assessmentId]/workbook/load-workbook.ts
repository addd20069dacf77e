import { cache } from "react";
import type { CurrentUser } from "@/lib/access/user";
import { requireUser } from "@/lib/auth/current-user";
import { notFound } from "@/lib/auth/not-found";
import { workbookWork, type WorkbookWork } from "@/lib/data/answer-workbooks";

type Loaded = WorkbookWork & { user: CurrentUser };

/**
 * The assessment for who answers its questions, or has some of them; 404 for everybody else. Read once a request,
 * though the page's title asks as well.
 */
export const loadWorkbook = cache(async (assessmentId: string): Promise<Loaded> => {
  const user = await requireUser();
  const work = await workbookWork(user, assessmentId);
  if (!work) notFound();
  return { user, ...work };
});
