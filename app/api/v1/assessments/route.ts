import { everyAssessment } from "@/lib/data/assessments";
import { pageOf, readCursor } from "@/lib/exchange/api/cursor";
import { assessmentsQuery } from "@/lib/exchange/api/schemas";
import { badCursor, listReply, readQuery } from "@/lib/http/api-reply";
import { apiRoute, notThere } from "@/lib/http/api-route";
import { otherMethods } from "@/lib/http/other-methods";
import { asDocument } from "./as-document";

/** The assessments the token's owner may see, of one organisation or of all it reaches. */
export const GET = apiRoute("read", async ({ request, user }) => {
  const read = readQuery(request, assessmentsQuery);
  if (!read.ok) return read.reply;
  const { organisation, limit, cursor } = read.query;
  const place = cursor === undefined ? null : readCursor("key", cursor);
  if (cursor !== undefined && !place) return badCursor(request);
  const code = organisation?.toUpperCase();
  const isOpen = [...user.memberships, ...user.grants].some(({ odsCode }) => odsCode === code);
  if (code !== undefined && !isOpen) return notThere(request);
  const all = await everyAssessment(user);
  const wanted = all.filter((each) => code === undefined || each.organisation.odsCode === code);
  const { items, next } = pageOf(wanted, ({ id }) => id, { after: place?.after ?? null, limit });
  return listReply(request, { items: items.map(asDocument), next });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
