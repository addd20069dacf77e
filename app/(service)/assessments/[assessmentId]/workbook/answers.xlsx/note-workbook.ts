import type { CurrentUser } from "@/lib/access/user";
import type { WorkbookWork } from "@/lib/data/answer-workbooks";
import { noteExport } from "@/lib/data/exports";
import { answersFileName } from "@/lib/report/file-name";

/** Notes that a workbook of answers was taken out, and under which name; null where it is not theirs to take. */
export async function noteWorkbook(
  user: CurrentUser,
  { assessment, fills, tasks }: WorkbookWork,
  on: Date,
): Promise<string | null> {
  const { id: assessmentId, organisationId, organisation, round } = assessment;
  const file = answersFileName({ odsCode: organisation.odsCode, round, on }, "xlsx");
  const noted = await noteExport(user, {
    organisationId,
    kind: "workbook",
    assessmentId,
    format: "xlsx",
    setting: null,
    file,
    snapshotId: null,
    sensitive: tasks.some(({ capability }) => capability.sensitive),
    questions: fills === "their own" ? tasks.length : undefined,
  });
  return noted ? file : null;
}
