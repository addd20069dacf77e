import "server-only";
import { smallLetters } from "@/lib/access/invitation-input";
import { linkTo } from "@/lib/env";
import { record } from "./audit";
import { passwordChangedMail, replacePassword, weaknessFor } from "./credentials";
import { forgetTries } from "./limits";
import { queueMail } from "./outbox";
import { hashPassword } from "./password-hash";
import { endSessionsOf } from "./session-list";
import { findLink, newLinkToken, useLinkUp } from "./single-use-tokens";
import { shared, withShared } from "./tenant";

/**
 * Sends whoever has this address a link to set a new password; nothing where nobody has it, or they sign in another
 * way. Whoever asks is told the same in each case.
 */
export async function sendPasswordReset(typed: string, now: Date): Promise<void> {
  const email = smallLetters(typed);
  const person = await shared().person.findFirst({
    where: { email, credential: { isNot: null } },
    select: { id: true, email: true },
  });
  await withShared(null, async (tx) => {
    if (person?.email) {
      const token = await newLinkToken(tx, { purpose: "password_reset", personId: person.id }, now);
      await queueMail(tx, { to: person.email, ...resetMail(token) });
    }
    await record(tx, {
      organisationId: null,
      actorId: null,
      action: "password.reset-asked",
      subject: person ? `person:${person.id}` : "way:password",
    });
  });
}

/** The address a reset link is for, so that the page can name it; null where the link no longer works. */
export async function resetFor(token: string, now: Date): Promise<{ email: string } | null> {
  const link = await findLink(token, now);
  if (link?.purpose !== "password_reset") return null;
  const person = await shared().person.findUnique({
    where: { id: link.personId },
    select: { email: true },
  });
  return person?.email ? { email: person.email } : null;
}

/**
 * Sets the password a reset link was sent for, once. Ends every session of the person and the counts that kept others,
 * or them, waiting. Their second factor stays: the new password alone opens nothing.
 */
export async function resetPassword(
  token: string,
  password: string,
  now: Date,
): Promise<{ kind: "done" } | { kind: "weak"; why: string } | { kind: "gone" }> {
  const link = await findLink(token, now);
  if (link?.purpose !== "password_reset") return { kind: "gone" };
  const why = await weaknessFor(link.personId, password);
  if (why) return { kind: "weak", why };
  const passwordHash = await hashPassword(password);
  const email = await withShared(link.personId, async (tx) => {
    if (!(await useLinkUp(tx, token, now))) return null;
    await replacePassword(tx, link.personId, passwordHash, now);
    await endSessionsOf(tx, link.personId, link.personId, now);
    const person = await tx.person.findUnique({ where: { id: link.personId }, select: { email: true } });
    if (person?.email) await queueMail(tx, { to: person.email, ...passwordChangedMail() });
    return person?.email ?? null;
  });
  if (email === null) return { kind: "gone" };
  await forgetTries("password of a person", email);
  return { kind: "done" };
}

function resetMail(token: string) {
  return {
    subject: "Set a new password",
    text: [
      "Somebody, probably you, asked to set a new password for the digital maturity service.",
      "",
      "To choose one, open this link within one hour. It works once:",
      linkTo(`/sign-in/new-password/${token}`),
      "",
      "You will still need your second factor to sign in.",
      "",
      "If it was not you, you need do nothing: your password stays as it is.",
    ].join("\n"),
  };
}
