import "server-only";
import { type FoundGrant, grantsFor } from "@/lib/access/grant";
import { isRole } from "@/lib/access/role";
import { asCurrentUser, type CurrentUser } from "@/lib/access/user";
import { Prisma } from "@/lib/generated/prisma/client";
import { isoDate } from "@/lib/report/dates";
import { statement } from "./tenant";

type Row = {
  personId: string;
  name: string;
  sessionId: string | null;
  lastSeenAt: Date | null;
  email: string | null;
  administrator: boolean;
  startedAt: Date | null;
  provedAt: Date | null;
  memberships: { organisationId: string; odsCode: string; organisationName: string; role: string }[];
  grants: FoundGrant[];
};

/** When the session was last used, was started, and when its person last proved who they are; null without one. */
export type LiveUser = {
  user: CurrentUser;
  lastSeenAt: Date | null;
  startedAt: Date | null;
  provedAt: Date | null;
};

/**
 * The person that `found` finds, with the memberships and grants that stand at `now`, in one round trip, since every
 * request begins with it. `found` selects `person_id`, `session_id`, `last_seen_at`, `started_at` and `proved_at` of
 * at most one row.
 *
 * A person's own memberships, and the grants made to them, are seen once `app.user_id` is set, here for this one
 * statement. The lateral subqueries take the person from the row that set it and so run after it; were it otherwise,
 * none would be seen.
 *
 * What a trust gave to an address alone opens once its person has accepted an invitation of that trust. An address
 * proves nothing where links are passed on by hand: any organisation could have opened an account for it.
 */
export async function liveUser(found: Prisma.Sql, now: Date): Promise<LiveUser | null> {
  const today = isoDate(now);
  const rows = await statement<Row>(Prisma.sql`
    WITH found AS (${found}),
    acting AS MATERIALIZED (
      SELECT session_id, last_seen_at, started_at, proved_at,
             set_config('app.user_id', person_id::text, true)::uuid AS person_id
      FROM found
    )
    SELECT person.id AS "personId", person.name, person.email, session_id AS "sessionId", last_seen_at AS "lastSeenAt",
           EXISTS (SELECT FROM administrator a WHERE a.person_id = person.id AND a.ended_at IS NULL) AS administrator,
           started_at AS "startedAt", proved_at AS "provedAt",
           coalesce(held.memberships, '[]') AS memberships, coalesce(given.grants, '[]') AS grants
    FROM acting
    JOIN person ON person.id = acting.person_id
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('organisationId', o.id, 'odsCode', o.ods_code,
                                          'organisationName', o.name, 'role', m.role)
                       ORDER BY o.ods_code, m.role) AS memberships
      FROM membership m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.person_id = acting.person_id AND m.ended_at IS NULL
        AND (m.starts_on IS NULL OR m.starts_on <= ${today}::date)
        AND (m.ends_on IS NULL OR m.ends_on >= ${today}::date)
    ) held
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'scope', g.scope, 'beside', g.beside,
                                          'organisationId', o.id, 'odsCode', o.ods_code, 'organisationName', o.name,
                                          'receiverId', g.receiver_id, 'assessmentId', g.assessment_id,
                                          'endsOn', g.ends_on, 'email', g.email)
                       ORDER BY o.ods_code, g.id) AS grants
      FROM access_grant g JOIN organisation o ON o.id = g.organisation_id
      WHERE acting.person_id IS NOT NULL AND g.ended_at IS NULL AND g.starts_on <= ${today}::date
        AND (g.ends_on IS NULL OR g.ends_on >= ${today}::date)
        AND (g.kind <> 'guest_reviewer'
             OR EXISTS (SELECT FROM invitation i
                        WHERE i.organisation_id = g.organisation_id AND i.email = g.email
                          AND i.accepted_by_id = acting.person_id))
    ) given`);
  const [row] = rows;
  if (!row) return null;
  const { memberships, grants, email, lastSeenAt, startedAt, provedAt, ...facts } = row;
  const known = memberships.flatMap(({ role, ...rest }) => (isRole(role) ? [{ ...rest, role }] : []));
  const given = grantsFor({ email, memberships: known }, grants);
  const user = asCurrentUser({ ...facts, memberships: known, grants: given });
  return { user, lastSeenAt, startedAt, provedAt };
}
