import { requireUser } from "@/lib/auth/current-user";
import { guardedRoute } from "@/lib/auth/guarded-route";
import { notFound } from "@/lib/auth/not-found";
import { type AnswerDocuments, answerDocuments } from "@/lib/data/answer-documents";
import { noteDocument } from "./note-document";

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
    const file = made && (await noteDocument(user, made, kind, now));
    if (!made || !file) notFound();
    return new Response(`${JSON.stringify(choose(made), null, 2)}\n`, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="${file}"`,
        "cache-control": "private, no-store",
      },
    });
  });
}
