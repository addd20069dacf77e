import "server-only";
import { isRole } from "@/lib/access/role";
import { asCurrentUser, type CurrentUser } from "@/lib/access/user";
import type { Prisma } from "@/lib/generated/prisma/client";
import { shared } from "./tenant";

type Row = {
  personId: string;
  name: string;
  sessionId: string | null;
  lastSeenAt: Date | null;
  memberships: { organisationId: string; odsCode: string; organisationName: string; role: string }[];
};

export type LiveUser = { user: CurrentUser; lastSeenAt: Date | null };

/**
 * The person that `found` finds, with the memberships that stand now, in one round trip, since every request begins
 * with it. `found` selects `person_id`, `session_id` and `last_seen_at` of at most one row.
 *
 * A person's own memberships are seen once `app.user_id` is set, here for this one statement. The lateral subquery
 * takes the person from the row that set it and so runs after it; were it otherwise, no membership would be seen.
 */
export async function liveUser(found: Prisma.Sql): Promise<LiveUser | null> {
  const rows = await shared().$queryRaw<Row[]>`
    WITH found AS (${found}),
    acting AS MATERIALIZED (
      SELECT session_id, last_seen_at, set_config('app.user_id', person_id::text, true)::uuid AS person_id FROM found
    )
    SELECT person.id AS "personId", person.name, session_id AS "sessionId", last_seen_at AS "lastSeenAt",
           coalesce(held.memberships, '[]') AS memberships
    FROM acting
    JOIN person ON person.id = acting.person_id
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('organisationId', o.id, 'odsCode', o.ods_code,
                                          'organisationName', o.name, 'role', m.role)
                       ORDER BY o.ods_code, m.role) AS memberships
      FROM membership m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.person_id = acting.person_id AND m.ended_at IS NULL
    ) held`;
  const [row] = rows;
  if (!row) return null;
  const { memberships, lastSeenAt, ...facts } = row;
  const known = memberships.flatMap(({ role, ...rest }) => (isRole(role) ? [{ ...rest, role }] : []));
  return { user: asCurrentUser({ ...facts, memberships: known }), lastSeenAt };
}
