import { noteDocument } from "@/app/(service)/assessments/[assessmentId]/workbook/documents/[setting]/note-document";
import { answerDocuments } from "@/lib/data/answer-documents";
import { noQuery } from "@/lib/exchange/api/schemas";
import { apiReply, readQuery } from "@/lib/http/api-reply";
import { apiRoute, notThere } from "@/lib/http/api-route";
import { otherMethods } from "@/lib/http/other-methods";

type Params = { assessmentId: string; setting: string };

/** The answers of one care setting as an assessment document, the very one its page offers. */
export const GET = apiRoute<Params>("export", async ({ request, user, params, now }) => {
  const read = readQuery(request, noQuery);
  if (!read.ok) return read.reply;
  const made = await answerDocuments(user, params.assessmentId, params.setting, now);
  if (!made || !(await noteDocument(user, made, "assessment", now))) return notThere(request);
  return apiReply(request, made.document);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
