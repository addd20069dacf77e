import "server-only";
import type { EventKind } from "@/lib/access/event-kind";
import { type PasswordContext, passwordProblem } from "@/lib/access/password-rules";
import { smallLetters } from "@/lib/access/invitation-input";
import type { CurrentUser } from "@/lib/access/user";
import { linkTo } from "@/lib/env";
import type { Prisma } from "@/lib/generated/prisma/client";
import { record } from "./audit";
import { queueMail } from "./outbox";
import { hashPassword, isPasswordOf, isWeakerThanToday } from "./password-hash";
import { userWithoutSession } from "./people";
import { endOtherSessions } from "./session-list";
import { shared, type SharedTransaction, withShared } from "./tenant";

/** `weak` says why, as a sentence to show. `exists`: there is a password already; changing it needs the old one. */
export type CredentialOutcome = { kind: "done" } | { kind: "weak"; why: string } | { kind: "exists" };

/**
 * Gives a person their first password. `alsoKnown` are words that others would try besides those of the person's own
 * record, such as the name of the organisation that invites them.
 */
export async function createCredential(
  personId: string,
  password: string,
  alsoKnown: readonly string[] = [],
): Promise<CredentialOutcome> {
  const why = await weaknessFor(personId, password, alsoKnown);
  if (why) return { kind: "weak", why };
  const passwordHash = await hashPassword(password);
  const kept = await withShared(personId, (tx) => keepFirstPassword(tx, personId, passwordHash));
  return { kind: kept ? "done" : "exists" };
}

/** Keeps a person's first password, checked and hashed before, inside a transaction; false where there is one. */
export async function keepFirstPassword(
  tx: Pick<Prisma.TransactionClient, "credential" | "auditEvent">,
  personId: string,
  passwordHash: string,
): Promise<boolean> {
  const made = await tx.credential.createMany({
    data: [{ personId, passwordHash, changedAt: new Date() }],
    skipDuplicates: true,
  });
  if (made.count > 0) await record(tx, event(personId, "password.set"));
  return made.count > 0;
}

/** Whether the person has a password here; who comes through another issuer alone has none. */
export async function hasCredential(personId: string): Promise<boolean> {
  return (await shared().credential.count({ where: { personId } })) > 0;
}

/**
 * The person whose address and password these are. `personId` is also given for a wrong password, for the record of
 * events; it is null where nobody has the address, which takes as long to find out. A right one is hashed anew where
 * the parameters have risen since.
 */
export async function checkCredential(
  email: string,
  password: string,
): Promise<{ right: boolean; personId: string | null }> {
  const person = await shared().person.findUnique({
    where: { email: smallLetters(email) },
    select: { id: true, credential: { select: { passwordHash: true } } },
  });
  const passwordHash = person?.credential?.passwordHash ?? null;
  const right = await isPasswordOf(password, passwordHash);
  if (right && person && passwordHash && isWeakerThanToday(passwordHash)) {
    const stronger = await hashPassword(password);
    await withShared(person.id, (tx) =>
      tx.credential.updateMany({
        where: { personId: person.id, passwordHash },
        data: { passwordHash: stronger },
      }),
    );
  }
  return { right, personId: person?.id ?? null };
}

/** Whether this is the person's own password, for what asks for it again. */
export async function isOwnPassword(personId: string, password: string): Promise<boolean> {
  const held = await shared().credential.findUnique({
    where: { personId },
    select: { passwordHash: true },
  });
  return isPasswordOf(password, held?.passwordHash ?? null);
}

/** Changes the password of whoever knows it, and ends their sessions in every other browser. */
export async function changePassword(
  user: CurrentUser,
  { current, next }: { current: string; next: string },
  now: Date,
): Promise<{ kind: "done" } | { kind: "weak"; why: string } | { kind: "wrong" }> {
  if (!(await isOwnPassword(user.personId, current))) return { kind: "wrong" };
  const why = await weaknessFor(user.personId, next);
  if (why) return { kind: "weak", why };
  const passwordHash = await hashPassword(next);
  return withShared(user.personId, async (tx) => {
    await replacePassword(tx, user.personId, passwordHash, now);
    await endOtherSessions(tx, user, now);
    const person = await tx.person.findUnique({ where: { id: user.personId }, select: { email: true } });
    if (person?.email) await queueMail(tx, { to: person.email, ...passwordChangedMail() });
    return { kind: "done" };
  });
}

/** Puts a new password in place of the old one, or makes the first, with its event. */
export async function replacePassword(
  tx: SharedTransaction,
  personId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await tx.credential.upsert({
    where: { personId },
    create: { personId, passwordHash, changedAt: now },
    update: { passwordHash, changedAt: now },
    select: { personId: true },
  });
  await record(tx, event(personId, "password.changed"));
}

/** Told to the owner, who may not be the one who changed it. */
export function passwordChangedMail() {
  return {
    subject: "Your password was changed",
    text: [
      "Your password for the digital maturity service was changed, and your other sessions were ended.",
      "",
      "If it was not you, set a new one now, and tell your trust's digital lead:",
      linkTo("/sign-in/forgotten"),
    ].join("\n"),
  };
}

/** Why this person may not choose this password, as a sentence to show; null where they may. */
export async function weaknessFor(
  personId: string,
  password: string,
  alsoKnown: readonly string[] = [],
): Promise<string | null> {
  const [user, person] = await Promise.all([
    userWithoutSession(personId),
    shared().person.findUnique({ where: { id: personId }, select: { email: true } }),
  ]);
  const places = user?.memberships.flatMap((held) => [held.organisationName, held.odsCode]) ?? [];
  const context: PasswordContext = {
    name: user?.name ?? "",
    email: person?.email ?? null,
    organisations: [...places, ...alsoKnown],
  };
  return passwordProblem(password, context);
}

function event(personId: string, action: EventKind) {
  return { organisationId: null, actorId: personId, action, subject: `person:${personId}` };
}
