import "server-only";
import { systemActor } from "@/lib/access/system-actor";
import { shared, withTenant } from "./tenant";

/** Who came here with an organisation's records and has no way to sign in yet. */
export function broughtAlong(organisationId: string) {
  return { cameWithId: organisationId, credential: null, identities: { none: {} } };
}

/**
 * The id of somebody who came here with an organisation's records and has no way to sign in yet (decision 0031), where
 * an invitation of that organisation may give them one; null for everybody else. Who belongs to another organisation as
 * well is left out: one organisation's invitation must not open another's door.
 */
export async function unclaimedPerson(email: string, organisationId: string | null): Promise<string | null> {
  if (organisationId === null) return null;
  const person = await shared().person.findUnique({
    where: { email, ...broughtAlong(organisationId) },
    select: { id: true },
  });
  if (!person) return null;
  const elsewhere = await withTenant(systemActor(organisationId, person.id), {}, (tx) =>
    tx.membership.count({
      where: { personId: person.id, endedAt: null, organisationId: { not: organisationId } },
    }),
  );
  return elsewhere === 0 ? person.id : null;
}
