import "server-only";
import type { EventKind } from "@/lib/access/event-kind";
import { smallLetters } from "@/lib/access/invitation-input";
import type { CurrentUser } from "@/lib/access/user";
import { linkTo } from "@/lib/env";
import { record } from "./audit";
import { queueMail } from "./outbox";
import { findLink, newLinkToken, useLinkUp } from "./single-use-tokens";
import { isUniqueViolation, shared, type SharedTransaction, withShared } from "./tenant";

/** The address the person has, and the one they asked to change it to where that still waits. */
export type OwnAddress = { email: string | null; waiting: string | null };

export async function ownAddress(user: CurrentUser, now: Date): Promise<OwnAddress> {
  const person = await shared().person.findUnique({
    where: { id: user.personId },
    select: {
      email: true,
      singleUseTokens: {
        where: { purpose: "email_from_new", expiresAt: { gt: now } },
        select: { email: true },
      },
    },
  });
  const waiting = person?.singleUseTokens[0]?.email ?? null;
  return { email: person?.email ?? null, waiting: waiting === person?.email ? null : waiting };
}

/**
 * Asks for another address. Both addresses are sent a link, and nothing changes until both were followed: whoever sits
 * at an open screen cannot take the account over, and a mistyped address cannot lose it. Whether somebody else has
 * the new address is not told; then it simply never changes.
 */
export async function askForEmailChange(user: CurrentUser, typed: string, now: Date): Promise<void> {
  const next = smallLetters(typed);
  const { personId } = user;
  await withShared(personId, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: personId }, select: { email: true } });
    const taken = await tx.person.findUnique({ where: { email: next }, select: { id: true } });
    await record(tx, event(personId, "email.change-asked"));
    if (!person?.email || person.email === next) return;
    const fromOld = await newLinkToken(tx, { purpose: "email_from_old", personId, email: next }, now);
    const fromNew = await newLinkToken(tx, { purpose: "email_from_new", personId, email: next }, now);
    await queueMail(tx, { to: person.email, ...mailToOld(fromOld) });
    if (!taken) await queueMail(tx, { to: next, ...mailToNew(fromNew) });
  });
}

/** What a link of a change would confirm; null where it no longer works. */
export async function emailChangeOf(token: string, now: Date): Promise<{ email: string } | null> {
  const link = await findLink(token, now);
  return link?.email ? { email: link.email } : null;
}

/** `waiting`: the other of the two addresses has still to confirm. `taken`: somebody else has the address by now. */
export type EmailConfirmation = { kind: "changed" | "waiting" | "gone" | "taken" };

/** Confirms a change from one of its two sides; the second one makes it. */
export async function confirmEmailChange(token: string, now: Date): Promise<EmailConfirmation> {
  const link = await findLink(token, now);
  if (!link?.email) return { kind: "gone" };
  const { personId, email } = link;
  return withShared(personId, async (tx): Promise<EmailConfirmation> => {
    if (!(await useLinkUp(tx, token, now))) return { kind: "gone" };
    const other = link.purpose === "email_from_old" ? "email_from_new" : "email_from_old";
    const both = await tx.singleUseToken.count({
      where: { personId, email, purpose: other, usedAt: { not: null }, expiresAt: { gt: now } },
    });
    if (both === 0) return { kind: "waiting" };
    await changeEmail(tx, personId, email);
    return { kind: "changed" };
  }).catch((error: unknown): EmailConfirmation => {
    if (isUniqueViolation(error)) return { kind: "taken" };
    throw error;
  });
}

async function changeEmail(tx: SharedTransaction, personId: string, email: string): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { email }, select: { id: true } });
  await tx.singleUseToken.deleteMany({ where: { personId } });
  await record(tx, event(personId, "email.changed"));
}

function event(personId: string, action: EventKind) {
  return { organisationId: null, actorId: personId, action, subject: `person:${personId}` };
}

function mailToOld(token: string) {
  return {
    subject: "Confirm your change of email address",
    text: [
      "You asked to use another email address for the digital maturity service.",
      "",
      "To agree, open this link within a day. We have sent another to the new address; both are needed:",
      linkTo(`/account/email/${token}`),
      "",
      "If it was not you, do not open the link, change your password, and tell your trust's digital lead.",
    ].join("\n"),
  };
}

function mailToNew(token: string) {
  return {
    subject: "Confirm your new email address",
    text: [
      "Somebody asked to use this email address for their account in the digital maturity service.",
      "",
      "If that was you, open this link within a day. We have sent another to your old address; both are needed:",
      linkTo(`/account/email/${token}`),
      "",
      "If it was not you, you need do nothing.",
    ].join("\n"),
  };
}
