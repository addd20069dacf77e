import type { CurrentUser } from "@/lib/access/user";
import type { AnswerDocuments } from "@/lib/data/answer-documents";
import { noteExport } from "@/lib/data/exports";
import { answersFileName } from "@/lib/report/file-name";

/** Notes that a document of one care setting was taken out, and under which name; null where it is not theirs to take. */
export async function noteDocument(
  user: CurrentUser,
  { work: { assessment }, document }: AnswerDocuments,
  kind: "assessment" | "result",
  on: Date,
): Promise<string | null> {
  const { id: assessmentId, organisationId, organisation, round } = assessment;
  const setting = document.careSetting;
  const name = answersFileName({ odsCode: organisation.odsCode, round, setting, on }, "json");
  const file = kind === "result" ? name.replace("answers-", "result-") : name;
  const noted = await noteExport(user, {
    organisationId,
    kind: "workbook",
    assessmentId,
    format: "json",
    setting,
    file,
    snapshotId: null,
    sensitive: true,
  });
  return noted ? file : null;
}
