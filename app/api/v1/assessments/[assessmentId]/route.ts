import { getAssessment } from "@/lib/data/assessments";
import { noQuery } from "@/lib/exchange/api/schemas";
import { apiReply, readQuery } from "@/lib/http/api-reply";
import { apiRoute, notThere } from "@/lib/http/api-route";
import { otherMethods } from "@/lib/http/other-methods";
import { asDocument } from "../as-document";

/** One assessment. */
export const GET = apiRoute<{ assessmentId: string }>("read", async ({ request, user, params }) => {
  const read = readQuery(request, noQuery);
  if (!read.ok) return read.reply;
  const assessment = await getAssessment(user, params.assessmentId);
  return assessment ? apiReply(request, asDocument(assessment)) : notThere(request);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
