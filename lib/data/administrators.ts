import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { EventKind } from "@/lib/access/event-kind";
import { invitationState } from "@/lib/access/invitation";
import { isEmail, smallLetters } from "@/lib/access/invitation-input";
import { invitationMail } from "@/lib/access/invitation-mail";
import { mayAdminister } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { Prisma } from "@/lib/generated/prisma/client";
import { dateInWords } from "@/lib/report/dates";
import { addOnce } from "./add-once";
import { record } from "./audit";
import { hashOfToken, invitationToken } from "./invitation-token";
import { endOf, invitationLink, linkByHand } from "./invitations";
import { queueMail } from "./outbox";
import { endSessionsOf } from "./session-list";
import { shared, withShared } from "./tenant";

/** Makes a person an administrator of the installation, inside a transaction. Who may is the caller's to ask. */
export async function makeAdministrator(
  tx: Pick<Prisma.TransactionClient, "administrator" | "auditEvent">,
  actorId: string | null,
  personId: string,
): Promise<void> {
  await tx.administrator.createMany({ data: [{ personId }], skipDuplicates: true });
  await tx.administrator.updateMany({ where: { personId }, data: { endedAt: null } });
  await note(tx, actorId, "administrator.added", `person:${personId}`);
}

/** Makes somebody of the demo its administrator. */
export async function addAdministrator(personId: string): Promise<void> {
  await withShared(null, (tx) => makeAdministrator(tx, null, personId));
}

/**
 * Invites somebody to administer the installation and returns the link, to be passed on by whoever runs the command
 * (`user` null) or the administrator who invites. Null for what is no address, or where it is not the user's to decide.
 * `key` names the form it came from: sent once more, by a second click, it is the invitation that waits.
 */
export async function inviteAdministrator(
  user: CurrentUser | null,
  email: string,
  now: Date,
  key: string = randomUUID(),
): Promise<{ link: string; expiresAt: Date } | null> {
  const address = smallLetters(email);
  if ((user && !mayAdminister(user, "manage accounts")) || !isEmail(address)) return null;
  const tokenOf = (id: string) => invitationToken({ organisationId: null, id });
  const [expiresAt, actorId] = [endOf(now), user?.personId ?? null];
  return withShared(actorId, async (tx) => {
    const open = { email: address, acceptedAt: null, withdrawnAt: null };
    const made = { email: address, invitedById: actorId, createdAt: now, expiresAt };
    const { id, added } = await addOnce({
      key,
      add: (id) =>
        tx.administratorInvitation.createMany({
          data: [{ ...made, id, tokenHash: hashOfToken(tokenOf(id)) }],
          skipDuplicates: true,
        }),
      same: (id) =>
        tx.administratorInvitation.count({
          where: { ...open, id, invitedById: actorId, expiresAt: { gt: now } },
        }),
    });
    const link = invitationLink(tokenOf(id));
    if (!added) return { link, expiresAt };
    // One at a time for an address: an earlier link ends.
    await tx.administratorInvitation.updateMany({
      where: { ...open, id: { not: id } },
      data: { withdrawnAt: now },
    });
    const letter = { organisation: null, roles: [], link, until: dateInWords(expiresAt) };
    const mail = invitationMail({ ...letter, invitedBy: user?.name ?? null });
    await queueMail(tx, { to: address, ...mail });
    await note(tx, actorId, "invitation.made", `invitation:${id}`);
    return { link, expiresAt };
  });
}

export type AdministratorList = {
  people: { personId: string; name: string; email: string | null; since: Date }[];
  invited: { id: string; email: string; expiresAt: Date; link: string | null }[];
};

/** Who administers the installation and who is invited to; null for everybody else. */
export async function administrators(user: CurrentUser, now: Date): Promise<AdministratorList | null> {
  if (!mayAdminister(user, "manage accounts")) return null;
  const rows = await shared().administrator.findMany({
    where: { endedAt: null },
    select: { personId: true, createdAt: true, person: { select: { name: true, email: true } } },
    orderBy: { createdAt: "asc" },
  });
  const waiting = await shared().administratorInvitation.findMany({
    where: { acceptedAt: null, withdrawnAt: null },
    select: {
      id: true,
      email: true,
      tokenHash: true,
      expiresAt: true,
      acceptedAt: true,
      withdrawnAt: true,
    },
    orderBy: { createdAt: "desc" },
  });
  return {
    people: rows.map(({ personId, createdAt, person }) => ({ personId, ...person, since: createdAt })),
    invited: waiting
      .filter((row) => invitationState(row, now) === "open")
      .map((row) => {
        const link = linkByHand({ ...row, organisationId: null });
        return { id: row.id, email: row.email, expiresAt: row.expiresAt, link };
      }),
  };
}

/** Ends somebody's right to administer, from their next request on. The last one keeps it. */
export async function endAdministrator(
  user: CurrentUser,
  personId: string,
  now: Date,
): Promise<"done" | "last_one" | "not_found"> {
  if (!mayAdminister(user, "manage accounts") || !z.uuid().safeParse(personId).success) return "not_found";
  return withShared(user.personId, async (tx) => {
    // Changes nothing and locks them all: two who end each other's at once would leave nobody.
    const all = await tx.administrator.updateMany({ where: { endedAt: null }, data: { endedAt: null } });
    if (all.count < 2) return "last_one";
    const ended = await tx.administrator.updateMany({
      where: { personId, endedAt: null },
      data: { endedAt: now },
    });
    if (ended.count === 0) return "not_found";
    await note(tx, user.personId, "administrator.ended", `person:${personId}`);
    await endSessionsOf(tx, user.personId, personId, now);
    return "done";
  });
}

/** Takes back an invitation to administer; false where there is none, or it is not the user's to decide. */
export async function withdrawAdministratorInvitation(
  user: CurrentUser,
  id: string,
  now: Date,
): Promise<boolean> {
  if (!mayAdminister(user, "manage accounts") || !z.uuid().safeParse(id).success) return false;
  return withShared(user.personId, async (tx) => {
    const open = { id, acceptedAt: null, withdrawnAt: null };
    const ended = await tx.administratorInvitation.updateMany({ where: open, data: { withdrawnAt: now } });
    if (ended.count > 0) await note(tx, user.personId, "invitation.withdrawn", `invitation:${id}`);
    return ended.count > 0;
  });
}

async function note(
  tx: Pick<Prisma.TransactionClient, "auditEvent">,
  actorId: string | null,
  action: EventKind,
  subject: string,
): Promise<void> {
  await record(tx, { organisationId: null, actorId, action, subject });
}
