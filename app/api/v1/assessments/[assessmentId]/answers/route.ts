import { questionKey } from "@/lib/assessment/assignment";
import type { StoredAnswer } from "@/lib/assessment/stored-answer";
import { type QuestionWork, questionWork } from "@/lib/data/question-work";
import { pageOf, readCursor } from "@/lib/exchange/api/cursor";
import { pagingQuery } from "@/lib/exchange/api/schemas";
import { capabilitiesOf } from "@/lib/framework/find";
import { badCursor, listReply, readQuery } from "@/lib/http/api-reply";
import { apiRoute, notThere } from "@/lib/http/api-route";
import { otherMethods } from "@/lib/http/other-methods";

/** The answers of an assessment that the token's owner may read, in framework order; what nobody answered is left out. */
export const GET = apiRoute<{ assessmentId: string }>("read", async ({ request, user, params }) => {
  const read = readQuery(request, pagingQuery);
  if (!read.ok) return read.reply;
  const { limit, cursor } = read.query;
  const place = cursor === undefined ? null : readCursor("key", cursor);
  if (cursor !== undefined && !place) return badCursor(request);
  const work = await questionWork(user, params.assessmentId);
  if (!work) return notThere(request);
  const { items, next } = pageOf(inOrder(work), questionKey, { after: place?.after ?? null, limit });
  return listReply(request, { items: items.map((row) => asDocument(row, work)), next });
});

function inOrder({ framework, rows }: QuestionWork): StoredAnswer[] {
  const order = new Map(capabilitiesOf(framework).map(({ id }, index) => [id, index]));
  const placeOf = ({ capabilityId }: StoredAnswer) => order.get(capabilityId) ?? order.size;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b) || (questionKey(a) < questionKey(b) ? -1 : 1));
}

function asDocument(row: StoredAnswer, { names }: QuestionWork) {
  const { version, criteria, notApplicable, note, confidence, carriedForward, withdrawn } = row;
  return {
    capability: row.capabilityId,
    scope: row.scope,
    version,
    criteria,
    notApplicable,
    note,
    confidence,
    carriedForward,
    withdrawn,
    savedAt: row.savedAt.toISOString(),
    savedBy: names.get(row.savedById) ?? "A former colleague",
  };
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
