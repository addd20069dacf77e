import "server-only";
import { randomUUID } from "node:crypto";
import type { HeldRole } from "@/lib/access/invitation";
import { may } from "@/lib/access/policy";
import type { MembershipRole } from "@/lib/access/role";
import type { SystemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import type { Prisma } from "@/lib/generated/prisma/client";
import { isoDate } from "@/lib/report/dates";
import { record } from "./audit";
import { withTenant } from "./tenant";

export type { MembershipRole } from "@/lib/access/role";

export type Place = { organisationId: string; personId: string; role: MembershipRole };

/** Lets a person into an organisation in a role; false where it is not the actor's to decide. */
export async function addMembership(actor: CurrentUser | SystemActor, place: Place): Promise<boolean> {
  if (!mayManagePeople(actor, place.organisationId)) return false;
  await withTenant(actor, { write: place.organisationId }, (tx) =>
    letIn(tx, actor.personId, { ...place, startsOn: null, endsOn: null }),
  );
  return true;
}

/** Ends a person's role in an organisation from their next request on; false where it is not the actor's to decide. */
export async function endMembership(
  actor: CurrentUser | SystemActor,
  place: Place,
  now: Date,
): Promise<boolean> {
  if (!mayManagePeople(actor, place.organisationId)) return false;
  await withTenant(actor, { write: place.organisationId }, (tx) => letOut(tx, actor.personId, place, now));
  return true;
}

type MembershipTransaction = Pick<Prisma.TransactionClient, "membership" | "auditEvent">;

/**
 * Gives a person a role in an organisation, or other days in one they hold, inside a transaction that writes to it.
 * Who may is the caller's to ask.
 */
export async function letIn(
  tx: MembershipTransaction,
  actorId: string | null,
  { startsOn, endsOn, ...place }: Place & HeldRole,
): Promise<void> {
  const days = { startsOn, endsOn };
  const held = await tx.membership.findUnique({
    where: { organisationId_personId_role: place },
    select: { endedAt: true, startsOn: true, endsOn: true },
  });
  const same = held && sameDay(held.startsOn, startsOn) && sameDay(held.endsOn, endsOn);
  if (held && !held.endedAt && same) return;
  await tx.membership.createMany({ data: [{ id: randomUUID(), ...place, ...days }], skipDuplicates: true });
  if (held) await tx.membership.updateMany({ where: place, data: { ...days, endedAt: null } });
  const action = held && !held.endedAt ? "membership.dated" : "membership.added";
  const detail = { from: startsOn && isoDate(startsOn), until: endsOn && isoDate(endsOn) };
  await note(tx, actorId, action, place, startsOn || endsOn ? detail : {});
}

/** Ends a person's role in an organisation, inside a transaction that writes to it. */
export async function letOut(
  tx: MembershipTransaction,
  actorId: string | null,
  place: Place,
  now: Date,
): Promise<void> {
  const ended = await tx.membership.updateMany({
    where: { ...place, endedAt: null },
    data: { endedAt: now },
  });
  if (ended.count > 0) await note(tx, actorId, "membership.ended", place);
}

function mayManagePeople(actor: CurrentUser | SystemActor, organisationId: string): boolean {
  return "memberships" in actor
    ? may(actor, "manage people", organisationId)
    : actor.organisationId === organisationId;
}

function sameDay(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}

async function note(
  tx: MembershipTransaction,
  actorId: string | null,
  action: string,
  { organisationId, personId, role }: Place,
  days: Record<string, string | null> = {},
): Promise<void> {
  const subject = `person:${personId}`;
  await record(tx, { organisationId, actorId, action, subject, detail: { role, ...days } });
}
