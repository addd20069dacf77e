import "server-only";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { CurrentUser } from "@/lib/access/user";
import { Prisma } from "@/lib/generated/prisma/client";
import { record } from "./audit";
import { liveUser } from "./live-user";
import { shared, type SharedTransaction, withShared } from "./tenant";

const minute = 60_000;

/** How long a session lives (design 5, security decisions): unused, and however much it is used. */
export const IDLE_LIMIT = 30 * minute;
export const ABSOLUTE_LIMIT = 12 * 60 * minute;
/** A session's use is written down at most this often. */
const TOUCH_EVERY = minute;

type NewSession = {
  /** True once every factor the installation asks for was given; a session without is good for nothing yet. */
  assured: boolean;
  now: Date;
  /** The token of the session this one takes the place of: signing in anew ends the old one. */
  replaces?: string | null;
};

/** Starts a session and returns its token: 256 random bits, given to the browser; only their hash is kept. */
export async function startSession(
  personId: string,
  { assured, now, replaces }: NewSession,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const id = randomUUID();
  await withShared(personId, async (tx) => {
    if (replaces) await end(tx, personId, replaces, now);
    await tx.session.create({
      data: { id, tokenHash: hashOf(token), personId, assured, createdAt: now, lastSeenAt: now },
      select: { id: true },
    });
    await record(tx, {
      organisationId: null,
      actorId: personId,
      action: "session.started",
      subject: `session:${id}`,
    });
  });
  return token;
}

/**
 * The person a token stands for, or null: unknown, ended, unused for 30 minutes, older than 12 hours, or not yet
 * assured. Notes the use unless `touch` is false (a prefetch, a stream that only listens).
 */
export async function userOfSession(token: string, now: Date, touch: boolean): Promise<CurrentUser | null> {
  const idleSince = new Date(now.getTime() - IDLE_LIMIT);
  const oldest = new Date(now.getTime() - ABSOLUTE_LIMIT);
  const live = await liveUser(
    Prisma.sql`
    SELECT person_id, id AS session_id, last_seen_at FROM session
    WHERE token_hash = ${hashOf(token)} AND ended_at IS NULL AND assured
      AND last_seen_at > ${idleSince} AND created_at > ${oldest}`,
    now,
  );
  if (!live) return null;
  const due = live.lastSeenAt && now.getTime() - live.lastSeenAt.getTime() >= TOUCH_EVERY;
  if (touch && due && live.user.sessionId) await noteUse(live.user.sessionId, now);
  return live.user;
}

/** Only forwards, and never for a session that ended meanwhile. */
async function noteUse(id: string, now: Date): Promise<void> {
  await shared().session.updateMany({
    where: { id, endedAt: null, lastSeenAt: { lt: now } },
    data: { lastSeenAt: now },
  });
}

/** Ends the session of a token; nothing happens where there is none. */
export async function endSession(token: string, now: Date): Promise<void> {
  const found = await shared().session.findUnique({
    where: { tokenHash: hashOf(token) },
    select: { personId: true },
  });
  if (found) await withShared(found.personId, (tx) => end(tx, found.personId, token, now));
}

async function end(tx: SharedTransaction, actorId: string, token: string, now: Date): Promise<void> {
  const tokenHash = hashOf(token);
  const ended = await tx.session.updateMany({ where: { tokenHash, endedAt: null }, data: { endedAt: now } });
  if (ended.count === 0) return;
  const session = await tx.session.findUnique({ where: { tokenHash }, select: { id: true } });
  await record(tx, {
    organisationId: null,
    actorId,
    action: "session.ended",
    subject: `session:${session?.id ?? ""}`,
  });
}

/** Notes a sign-in that was refused. The name that was tried is not kept: it may be a password in the wrong box. */
export async function recordRefusedSignIn(way: string): Promise<void> {
  await withShared(null, (tx) =>
    record(tx, { organisationId: null, actorId: null, action: "sign-in.refused", subject: `way:${way}` }),
  );
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
