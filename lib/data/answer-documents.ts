import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { answersFor } from "@/lib/assessment/answers-for-setting";
import type { AssessmentDocument } from "@/lib/exchange/assessment-schema";
import { overDimensions } from "@/lib/report/targets";
import type { Result } from "@/lib/scoring/result";
import { score } from "@/lib/scoring/score";
import { workbookWork, type WorkbookWork } from "./answer-workbooks";
import { documentOf } from "./freeze";

/** One care setting of an assessment as documents (design 7): what was answered, and what it comes to. */
export type AnswerDocuments = { work: WorkbookWork; document: AssessmentDocument; result: Result };

/** As it stands now; null where there is no such care setting, or the person does not answer all of its questions. */
export async function answerDocuments(
  user: CurrentUser,
  assessmentId: string,
  setting: string,
  now: Date,
): Promise<AnswerDocuments | null> {
  const work = await workbookWork(user, assessmentId);
  const careSetting = work?.assessment.careSettings.find((known) => known === setting);
  if (work?.fills !== "every question" || !careSetting) return null;
  const { framework, rows } = work;
  const targets = overDimensions(framework, work.targets);
  return {
    work,
    document: documentOf({ ...work, targets }, careSetting, now),
    result: score(framework, careSetting, answersFor(framework, careSetting, rows)),
  };
}
