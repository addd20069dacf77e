import { organisationEvents } from "@/lib/data/audit-record";
import { organisationByCode } from "@/lib/data/organisations";
import { readCursor, writeCursor } from "@/lib/exchange/api/cursor";
import { auditQuery } from "@/lib/exchange/api/schemas";
import { badCursor, listReply, readQuery } from "@/lib/http/api-reply";
import { apiRoute, notThere } from "@/lib/http/api-route";
import { otherMethods } from "@/lib/http/other-methods";

/** What happened in an organisation, newest first, for its digital leads. */
export const GET = apiRoute<{ ods: string }>("audit", async ({ request, user, params }) => {
  const read = readQuery(request, auditQuery);
  if (!read.ok) return read.reply;
  const { limit, cursor, person, action, from, before } = read.query;
  const place = cursor === undefined ? null : readCursor("event", cursor);
  if (cursor !== undefined && !place) return badCursor(request);
  const organisation = await organisationByCode(user, params.ods);
  const filter = {
    ...(person && { personId: person }),
    ...(action && { action }),
    ...(from && { from: new Date(from) }),
    ...(before && { before: new Date(before) }),
  };
  const after = place && { at: new Date(place.at), id: BigInt(place.id) };
  const found = organisation && (await organisationEvents(user, organisation.id, filter, { after, limit }));
  if (!found) return notThere(request);
  const items = found.events.map(({ id, at, by, action: what, subject, detail }) => ({
    id,
    at: at.toISOString(),
    by,
    action: what,
    subject,
    detail,
  }));
  const last = items.at(-1);
  const next = found.more && last ? writeCursor<"event">({ at: last.at, id: last.id }) : null;
  return listReply(request, { items, next });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
