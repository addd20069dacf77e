import { requireUser } from "@/lib/auth/current-user";
import { guardedRoute } from "@/lib/auth/guarded-route";
import { notFound } from "@/lib/auth/not-found";
import { type AnswerDocuments, answerDocuments } from "@/lib/data/answer-documents";
import { noteExport } from "@/lib/data/exports";
import { answersFileName } from "@/lib/report/file-name";

export type DocumentContext = { params: Promise<{ assessmentId: string; setting: string }> };

/** A document of one care setting as a file to keep, noted in the audit record. */
export async function documentReply(
  { params }: DocumentContext,
  kind: "assessment" | "result",
  choose: (documents: AnswerDocuments) => unknown,
): Promise<Response> {
  const { assessmentId, setting } = await params;
  return guardedRoute("The file could not be made just now. Try again", async () => {
    const user = await requireUser();
    const now = new Date();
    const made = await answerDocuments(user, assessmentId, setting, now);
    if (!made) notFound();
    const { organisationId, organisation, round } = made.work.assessment;
    const name = answersFileName({ odsCode: organisation.odsCode, round, setting, on: now }, "json");
    const file = kind === "result" ? name.replace("answers-", "result-") : name;
    const noted = await noteExport(user, {
      ...{ organisationId, kind: "workbook", assessmentId, format: "json", setting, file },
      ...{ snapshotId: null, sensitive: true },
    });
    if (!noted) notFound();
    return new Response(`${JSON.stringify(choose(made), null, 2)}\n`, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="${file}"`,
        "cache-control": "private, no-store",
      },
    });
  });
}
