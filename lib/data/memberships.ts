import "server-only";
import { randomUUID } from "node:crypto";
import { may } from "@/lib/access/policy";
import type { Role } from "@/lib/access/role";
import type { SystemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";
import { record } from "./audit";
import { withTenant } from "./tenant";

/** An administrator belongs to the installation and is no member of anything. */
export type MembershipRole = Exclude<Role, "administrator">;

export type Place = { organisationId: string; personId: string; role: MembershipRole };

/** Lets a person into an organisation in a role; false where it is not the actor's to decide. */
export async function addMembership(actor: CurrentUser | SystemActor, place: Place): Promise<boolean> {
  if (!mayManagePeople(actor, place.organisationId)) return false;
  const { organisationId, personId, role } = place;
  await withTenant(actor, { write: organisationId }, async (tx) => {
    const back = await tx.membership.updateMany({
      where: { ...place, endedAt: { not: null } },
      data: { endedAt: null },
    });
    const added = await tx.membership.createMany({
      data: [{ id: randomUUID(), organisationId, personId, role }],
      skipDuplicates: true,
    });
    if (back.count + added.count === 0) return;
    await record(tx, eventOf(actor, "membership.added", place));
  });
  return true;
}

/** Ends a person's role in an organisation from their next request on; false where it is not the actor's to decide. */
export async function endMembership(
  actor: CurrentUser | SystemActor,
  place: Place,
  now: Date,
): Promise<boolean> {
  if (!mayManagePeople(actor, place.organisationId)) return false;
  await withTenant(actor, { write: place.organisationId }, async (tx) => {
    const ended = await tx.membership.updateMany({
      where: { ...place, endedAt: null },
      data: { endedAt: now },
    });
    if (ended.count > 0) await record(tx, eventOf(actor, "membership.ended", place));
  });
  return true;
}

function mayManagePeople(actor: CurrentUser | SystemActor, organisationId: string): boolean {
  return "memberships" in actor
    ? may(actor, "manage people", organisationId)
    : actor.organisationId === organisationId;
}

function eventOf(
  actor: CurrentUser | SystemActor,
  action: string,
  { organisationId, personId, role }: Place,
) {
  const actorId = "personId" in actor ? actor.personId : null;
  return { organisationId, actorId, action, subject: `person:${personId}`, detail: { role } };
}
