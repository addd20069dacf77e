import { organisationByCode } from "@/lib/data/organisations";
import { planOf } from "@/lib/data/plan";
import { pageOf, readCursor } from "@/lib/exchange/api/cursor";
import { pagingQuery } from "@/lib/exchange/api/schemas";
import { badCursor, listReply, readQuery } from "@/lib/http/api-reply";
import { putForward } from "@/lib/plan/action";
import { apiRoute, notThere } from "@/lib/http/api-route";
import { otherMethods } from "@/lib/http/other-methods";

/** The plan of an organisation, action by action; without drafts, since what reads it makes papers of it. */
export const GET = apiRoute<{ ods: string }>("read", async ({ request, user, params }) => {
  const read = readQuery(request, pagingQuery);
  if (!read.ok) return read.reply;
  const { limit, cursor } = read.query;
  const place = cursor === undefined ? null : readCursor("key", cursor);
  if (cursor !== undefined && !place) return badCursor(request);
  const organisation = await organisationByCode(user, params.ods);
  const plan = organisation && (await planOf(user, organisation.id));
  if (!plan) return notThere(request);
  const page = pageOf(putForward(plan.actions), ({ id }) => id, { after: place?.after ?? null, limit });
  return listReply(request, { ...page, withheld: { actions: plan.hidden } });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
