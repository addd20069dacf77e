import "server-only";
import { randomUUID } from "node:crypto";
import { invitationState } from "@/lib/access/invitation";
import { isEmail, smallLetters } from "@/lib/access/invitation-input";
import { invitationMail } from "@/lib/access/invitation-mail";
import { mayAdminister } from "@/lib/access/policy";
import type { CurrentUser } from "@/lib/access/user";
import type { Prisma } from "@/lib/generated/prisma/client";
import { dateInWords } from "@/lib/report/dates";
import { record } from "./audit";
import { hashOfToken, invitationToken } from "./invitation-token";
import { endOf, invitationLink, linkByHand } from "./invitations";
import { queueMail } from "./outbox";
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
 */
export async function inviteAdministrator(
  user: CurrentUser | null,
  email: string,
  now: Date,
): Promise<{ link: string; expiresAt: Date } | null> {
  const address = smallLetters(email);
  if ((user && !mayAdminister(user, "manage accounts")) || !isEmail(address)) return null;
  const id = randomUUID();
  const token = invitationToken({ organisationId: null, id });
  const [link, expiresAt, actorId] = [invitationLink(token), endOf(now), user?.personId ?? null];
  await withShared(actorId, async (tx) => {
    // One at a time for an address: an earlier link ends.
    await tx.administratorInvitation.updateMany({
      where: { email: address, acceptedAt: null, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    const kept = { id, email: address, tokenHash: hashOfToken(token), invitedById: actorId };
    await tx.administratorInvitation.create({
      data: { ...kept, createdAt: now, expiresAt },
      select: { id: true },
    });
    const letter = { organisation: null, roles: [], link, until: dateInWords(expiresAt) };
    const mail = invitationMail({ ...letter, invitedBy: user?.name ?? null });
    await queueMail(tx, { to: address, ...mail });
    await note(tx, actorId, "invitation.made", `invitation:${id}`);
  });
  return { link, expiresAt };
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
      ...{ id: true, email: true, tokenHash: true },
      ...{ expiresAt: true, acceptedAt: true, withdrawnAt: true },
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

async function note(
  tx: Pick<Prisma.TransactionClient, "auditEvent">,
  actorId: string | null,
  action: string,
  subject: string,
): Promise<void> {
  await record(tx, { organisationId: null, actorId, action, subject });
}
