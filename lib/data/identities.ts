import "server-only";
import { randomUUID } from "node:crypto";
import type { EventKind } from "@/lib/access/event-kind";
import type { CurrentUser } from "@/lib/access/user";
import type { Prisma } from "@/lib/generated/prisma/client";
import { record } from "./audit";
import { isUniqueViolation, shared, withShared } from "./tenant";

/** Somebody as an issuer knows them: the two together, and nothing else, say who it is. */
export type IssuerSubject = { issuer: string; subject: string };

/** The person an issuer's subject was linked to, or null. An e-mail address in a token is never asked. */
export async function personOfIdentity({ issuer, subject }: IssuerSubject): Promise<string | null> {
  const found = await shared().identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { personId: true },
  });
  return found?.personId ?? null;
}

/** Notes that somebody came in by an identity. */
export async function noteIdentityUse({ issuer, subject }: IssuerSubject, now: Date): Promise<void> {
  await shared().identity.updateMany({ where: { issuer, subject }, data: { lastUsedAt: now } });
}

export type OwnIdentity = { id: string; issuer: string; linkedAt: Date; lastUsedAt: Date | null };

/** By which other issuers a person may sign in. */
export async function ownIdentities(user: CurrentUser): Promise<OwnIdentity[]> {
  return shared().identity.findMany({
    where: { personId: user.personId },
    select: { id: true, issuer: true, linkedAt: true, lastUsedAt: true },
    orderBy: { linkedAt: "asc" },
  });
}

/** Links an issuer's subject to a person who has shown to be both; false where it is linked to somebody else. */
export async function linkIdentity(personId: string, identity: IssuerSubject, now: Date): Promise<boolean> {
  return withShared(personId, async (tx) => {
    await addIdentity(tx, personId, identity, now);
    return true;
  }).catch(async (error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    return (await personOfIdentity(identity)) === personId;
  });
}

/** The same inside a transaction that is the person's own; throws where the identity is linked already. */
export async function addIdentity(
  tx: Pick<Prisma.TransactionClient, "identity" | "auditEvent">,
  personId: string,
  identity: IssuerSubject,
  now: Date,
): Promise<void> {
  const id = randomUUID();
  await tx.identity.create({ data: { id, ...identity, personId, linkedAt: now }, select: { id: true } });
  await note(tx, personId, "identity.linked", id);
}

/** Takes a way to sign in away; false where it is not theirs, or would leave them without any. */
export async function unlinkIdentity(user: CurrentUser, id: string): Promise<boolean> {
  const { personId } = user;
  if (!/^[0-9a-f-]{36}$/.test(id)) return false;
  return withShared(personId, async (tx) => {
    const held = await tx.person.findUnique({
      where: { id: personId },
      select: { credential: { select: { personId: true } }, identities: { select: { id: true } } },
    });
    const others = held?.identities.filter((identity) => identity.id !== id).length ?? 0;
    if (!held?.credential && others === 0) return false;
    const { count } = await tx.identity.deleteMany({ where: { id, personId } });
    if (count > 0) await note(tx, personId, "identity.unlinked", id);
    return count > 0;
  });
}

async function note(
  tx: Pick<Prisma.TransactionClient, "auditEvent">,
  personId: string,
  action: EventKind,
  id: string,
): Promise<void> {
  await record(tx, { organisationId: null, actorId: personId, action, subject: `identity:${id}` });
}
