import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { ownAddress } from "./email-changes";
import { ownSessions } from "./session-list";
import { shared } from "./tenant";

/** How a person's account stands, as its page shows it. */
export type AccountStanding = {
  email: string | null;
  /** The address it is to become, once both sides have confirmed. */
  emailWaiting: string | null;
  passwordSince: Date | null;
  secondFactorSince: Date | null;
  /** Recovery codes that still work. */
  recoveryCodes: number;
  /** Browsers in which they are signed in now. */
  sessions: number;
};

export async function accountStanding(user: CurrentUser, now: Date): Promise<AccountStanding> {
  const [address, sessions, held] = await Promise.all([
    ownAddress(user, now),
    ownSessions(user, now),
    shared().person.findUniqueOrThrow({
      where: { id: user.personId },
      select: {
        credential: { select: { changedAt: true } },
        secondFactor: { select: { confirmedAt: true } },
        recoveryCodes: { where: { usedAt: null }, select: { personId: true } },
      },
    }),
  ]);
  return {
    email: address.email,
    emailWaiting: address.waiting,
    passwordSince: held.credential?.changedAt ?? null,
    secondFactorSince: held.secondFactor?.confirmedAt ?? null,
    recoveryCodes: held.recoveryCodes.length,
    sessions: sessions.length,
  };
}
