import "server-only";
import { randomUUID } from "node:crypto";
import type { EventKind } from "@/lib/access/event-kind";
import type { HeldRole } from "@/lib/access/invitation";
import type { MembershipRole } from "@/lib/access/role";
import type { SystemActor } from "@/lib/access/system-actor";
import type { Prisma } from "@/lib/generated/prisma/client";
import { dayOf, isoDate } from "@/lib/report/dates";
import { record } from "./audit";
import { withTenant } from "./tenant";
import { endReaches } from "./token-reaches";

export type { MembershipRole } from "@/lib/access/role";

export type Place = { organisationId: string; personId: string; role: MembershipRole };

/** Memberships that were not ended and whose last day has not passed: a deputy's that is still to begin as well. */
export function standingAt(now: Date) {
  return { endedAt: null, OR: [{ endsOn: null }, { endsOn: { gte: dayOf(now) } }] };
}

/** Memberships that stand and have begun: those that let somebody in now. */
export function heldAt(now: Date) {
  return { ...standingAt(now), AND: [{ OR: [{ startsOn: null }, { startsOn: { lte: dayOf(now) } }] }] };
}

/** Lets a person into an organisation in a role, as the installation: the demo's seed. People invite. */
export async function addMembership(actor: SystemActor, place: Place): Promise<void> {
  await withTenant(actor, { write: place.organisationId }, (tx) =>
    letIn(tx, actor.personId, { ...place, startsOn: null, endsOn: null }),
  );
}

/** Ends a role as the installation, which asks nobody whether a lead is left. People use `lib/data/organisation-people`. */
export async function endMembership(actor: SystemActor, place: Place, now: Date): Promise<void> {
  await withTenant(actor, { write: place.organisationId }, (tx) => letOut(tx, actor.personId, place, now));
}

type MembershipTransaction = Pick<Prisma.TransactionClient, "membership" | "auditEvent" | "apiTokenReach">;

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

/** Ends a person's role in an organisation, and what their programs reach by it, inside a transaction that writes to it. */
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
  if (ended.count === 0) return;
  await note(tx, actorId, "membership.ended", place);
  await endReaches(tx, actorId, place, now);
}

function sameDay(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}

async function note(
  tx: MembershipTransaction,
  actorId: string | null,
  action: EventKind,
  { organisationId, personId, role }: Place,
  days: Record<string, string | null> = {},
): Promise<void> {
  const subject = `person:${personId}`;
  await record(tx, { organisationId, actorId, action, subject, detail: { role, ...days } });
}
