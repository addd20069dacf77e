import "server-only";
import { smallLetters } from "@/lib/access/invitation-input";
import { linkTo } from "@/lib/env";
import { endTokensOf } from "./api-tokens";
import { record } from "./audit";
import { endSessionsOf } from "./session-list";
import { newLinkToken } from "./single-use-tokens";
import { shared, withShared } from "./tenant";

/**
 * Lets somebody in again who has lost their second factor, for whoever runs the installation and has made sure that it
 * is them: takes the second factor and its recovery codes away, ends every session and token, and returns a link to set a new
 * password. The next sign-in asks for a new second factor before it opens anything. It lets in as well who came with an
 * organisation's records and has no way to sign in yet. Null where nobody has the address, or they sign in elsewhere.
 */
export async function resetAccess(typed: string, now: Date): Promise<string | null> {
  const person = await shared().person.findFirst({
    where: {
      email: smallLetters(typed),
      OR: [{ credential: { isNot: null } }, { cameWithId: { not: null }, identities: { none: {} } }],
    },
    select: { id: true },
  });
  if (!person) return null;
  const personId = person.id;
  return withShared(null, async (tx) => {
    await tx.secondFactor.deleteMany({ where: { personId } });
    await tx.recoveryCode.deleteMany({ where: { personId } });
    await endSessionsOf(tx, null, personId, now);
    await endTokensOf(tx, null, personId, now);
    const token = await newLinkToken(tx, { purpose: "password_reset", personId }, now);
    await record(tx, {
      organisationId: null,
      actorId: null,
      action: "second-factor.taken-away",
      subject: `person:${personId}`,
    });
    return linkTo(`/sign-in/new-password/${token}`);
  });
}
