import "server-only";
import type { HeldRole } from "@/lib/access/invitation";
import { faultInDays, faultInRoles } from "@/lib/access/invitation-input";
import type { MembershipRole } from "@/lib/access/role";
import type { CurrentUser } from "@/lib/access/user";
import { dayOf } from "@/lib/report/dates";
import { record } from "./audit";
import { holdOrganisation } from "./hold-organisation";
import { heldAt, letIn, letOut, standingAt } from "./memberships";
import { managingActor } from "./managing-actor";
import { organisationFacts } from "./organisation-facts";
import { endSessionsOf } from "./session-list";
import { type TenantTransaction, withTenant } from "./tenant";

/** Somebody of an organisation, as those see them who manage its people. */
export type OrganisationPerson = {
  personId: string;
  name: string;
  jobTitle: string | null;
  email: string | null;
  /** Those held now, and a deputy's that are still to begin. */
  roles: HeldRole[];
  lastSignIn: Date | null;
};

/**
 * The people of an organisation by name; null where it is not the user's to manage. That an administrator looked at
 * them is on record, with the installation and with the organisation.
 */
export async function peopleOf(
  user: CurrentUser,
  organisationId: string,
  now: Date,
): Promise<OrganisationPerson[] | null> {
  const actor = managingActor(user, organisationId);
  if (!actor) return null;
  const fromOutside = actor !== user && !user.ahead;
  return withTenant(actor, fromOutside ? { write: organisationId } : {}, async (tx) => {
    if (fromOutside) {
      const event = { organisationId, actorId: user.personId, subject: `organisation:${organisationId}` };
      await record(tx, { ...event, action: "membership.viewed" });
    }
    const rows = await tx.membership.findMany({
      where: { organisationId, ...standingAt(now) },
      select: {
        role: true,
        startsOn: true,
        endsOn: true,
        person: { select: { id: true, name: true, jobTitle: true, email: true } },
      },
      orderBy: { role: "asc" },
    });
    const signIns = await lastSignIns(tx, [...new Set(rows.map(({ person }) => person.id))]);
    const people = new Map<string, OrganisationPerson>();
    for (const { person, role, startsOn, endsOn } of rows) {
      const { id: personId, ...facts } = person;
      const known = people.get(personId) ?? {
        personId,
        ...facts,
        roles: [],
        lastSignIn: signIns.get(personId) ?? null,
      };
      known.roles.push({ role: role as MembershipRole, startsOn, endsOn });
      people.set(personId, known);
    }
    const inEnglish = new Intl.Collator("en-GB");
    return [...people.values()].sort((one, other) => inEnglish.compare(one.name, other.name));
  });
}

/** One of them; null where there is none or it is not the user's to manage. */
export async function personOf(
  user: CurrentUser,
  organisationId: string,
  personId: string,
  now: Date,
): Promise<OrganisationPerson | null> {
  const people = await peopleOf(user, organisationId, now);
  return people?.find((person) => person.personId === personId) ?? null;
}

export type PeopleOutcome =
  | { kind: "done" }
  /** It would leave the organisation without a digital lead. */
  | { kind: "last_lead" }
  | { kind: "invalid"; field: "roles" | "endsOn"; message: string }
  | { kind: "not_found" };

/**
 * Gives somebody of an organisation these roles and no other. Sessions of theirs end, so that nothing goes on under
 * rights they had before; the user's own stay.
 */
export async function setRoles(
  user: CurrentUser,
  organisationId: string,
  personId: string,
  wanted: readonly HeldRole[],
  now: Date,
): Promise<PeopleOutcome> {
  const organisation = managingActor(user, organisationId) && (await organisationFacts(organisationId));
  if (!organisation) return { kind: "not_found" };
  const roles = wanted.map(({ role }) => role);
  const wrongRoles = faultInRoles(roles, organisation.kind);
  if (wrongRoles) return { kind: "invalid", field: "roles", message: wrongRoles };
  const wrongDays = wanted.map((days) => faultInDays(days, dayOf(now))).find((fault) => fault !== null);
  if (wrongDays) return { kind: "invalid", field: "endsOn", message: wrongDays };
  return changePeople(user, organisationId, personId, now, async (tx, held) => {
    for (const role of held) {
      if (!roles.includes(role)) await letOut(tx, user.personId, { organisationId, personId, role }, now);
    }
    for (const one of wanted) await letIn(tx, user.personId, { organisationId, personId, ...one });
  });
}

/** Ends every role of a person in an organisation and all their sessions, from their next request on. */
export async function removePerson(
  user: CurrentUser,
  organisationId: string,
  personId: string,
  now: Date,
): Promise<PeopleOutcome> {
  return changePeople(user, organisationId, personId, now, async (tx, held) => {
    for (const role of held) await letOut(tx, user.personId, { organisationId, personId, role }, now);
  });
}

/**
 * Changes the roles of one person in one transaction, after every other such change in the organisation: two leads
 * who remove each other at once would leave nobody.
 */
async function changePeople(
  user: CurrentUser,
  organisationId: string,
  personId: string,
  now: Date,
  change: (tx: TenantTransaction, held: readonly MembershipRole[]) => Promise<void>,
): Promise<PeopleOutcome> {
  const actor = managingActor(user, organisationId);
  if (!actor) return { kind: "not_found" };
  try {
    return await withTenant(actor, { write: organisationId }, async (tx) => {
      await holdOrganisation(tx, organisationId);
      const held = await tx.membership.findMany({
        where: { organisationId, personId, endedAt: null },
        select: { role: true },
      });
      if (held.length === 0) return { kind: "not_found" };
      const had = await leadsIn(tx, organisationId, now);
      await change(
        tx,
        held.map(({ role }) => role as MembershipRole),
      );
      if (had > 0 && (await leadsIn(tx, organisationId, now)) === 0) throw new LastLead();
      if (personId !== user.personId) await endSessionsOf(tx, user.personId, personId, now);
      return { kind: "done" };
    });
  } catch (error) {
    if (error instanceof LastLead) return { kind: "last_lead" };
    throw error;
  }
}

class LastLead extends Error {}

/** Digital leads who are so now and have no last day. */
function leadsIn(tx: TenantTransaction, organisationId: string, now: Date): Promise<number> {
  return tx.membership.count({
    where: { ...heldAt(now), organisationId, role: "digital_lead", endsOn: null },
  });
}

async function lastSignIns(tx: TenantTransaction, ids: string[]): Promise<Map<string, Date>> {
  const rows = await tx.session.groupBy({
    by: ["personId"],
    where: { personId: { in: ids }, assured: true },
    _max: { createdAt: true },
  });
  return new Map(
    rows.flatMap(({ personId, _max: { createdAt } }) => (createdAt ? [[personId, createdAt]] : [])),
  );
}
