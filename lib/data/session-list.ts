import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import type { Prisma } from "@/lib/generated/prisma/client";
import { record } from "./audit";
import { limitsAt } from "./sessions";
import { shared, type SharedTransaction, withShared } from "./tenant";

/** One of a person's own sessions, as the account page lists it. */
export type OwnSession = {
  id: string;
  /** The one the person is looking from. */
  current: boolean;
  browser: string | null;
  way: string | null;
  startedAt: Date;
  lastSeenAt: Date;
};

/** The sessions in which the person is signed in at this moment, the last used first. */
export async function ownSessions(user: CurrentUser, now: Date): Promise<OwnSession[]> {
  const { idleSince, oldest } = limitsAt(now);
  const rows = await shared().session.findMany({
    where: {
      personId: user.personId,
      endedAt: null,
      assured: true,
      lastSeenAt: { gt: idleSince },
      createdAt: { gt: oldest },
    },
    select: { id: true, browser: true, way: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
  });
  return rows.map(({ createdAt, ...row }) => ({
    ...row,
    startedAt: createdAt,
    current: row.id === user.sessionId,
  }));
}

/** Ends one of the person's own sessions; false where it is not theirs or has ended. */
export async function endOwnSession(user: CurrentUser, sessionId: string, now: Date): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/.test(sessionId)) return false;
  return withShared(user.personId, async (tx) => {
    const ended = await endThose(tx, { actorId: user.personId, personId: user.personId, id: sessionId, now });
    return ended > 0;
  });
}

/** Ends every session of the person, the one they ask from included. */
export async function endAllSessions(user: CurrentUser, now: Date): Promise<void> {
  await withShared(user.personId, (tx) => endSessionsOf(tx, user.personId, user.personId, now));
}

/** Ends the person's sessions in every other browser. */
export async function endOtherSessions(tx: SharedTransaction, user: CurrentUser, now: Date): Promise<void> {
  await endThose(tx, { actorId: user.personId, personId: user.personId, except: user.sessionId, now });
}

/** Ends every session of a person at once: they were removed, or have a new password. The actor is the transaction's. */
export async function endSessionsOf(
  tx: SessionTransaction,
  actorId: string | null,
  personId: string,
  now: Date,
): Promise<void> {
  await endThose(tx, { actorId, personId, now });
}

type SessionTransaction = Pick<Prisma.TransactionClient, "session" | "auditEvent">;

type Which = {
  actorId: string | null;
  personId: string;
  id?: string;
  except?: string | null;
  now: Date;
};

/** One event for each session that ended. */
async function endThose(
  tx: SessionTransaction,
  { actorId, personId, id, except, now }: Which,
): Promise<number> {
  const running = await tx.session.findMany({
    where: { personId, endedAt: null, ...(id && { id }), ...(except && { id: { not: except } }) },
    select: { id: true },
  });
  let ended = 0;
  for (const session of running) {
    const { count } = await tx.session.updateMany({
      where: { id: session.id, endedAt: null },
      data: { endedAt: now },
    });
    ended += count;
    if (count === 0) continue;
    await record(tx, {
      organisationId: null,
      actorId,
      action: "session.ended",
      subject: `session:${session.id}`,
      detail: { person: personId },
    });
  }
  return ended;
}
