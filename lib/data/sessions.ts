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

/** Where a session is started from. */
export type Visit = {
  /** "demo", "password", "oidc:cis2". */
  way: string;
  /** The browser in plain words, or null. */
  browser: string | null;
  /** A keyed hash of the network, or null where it is not known. */
  network: string | null;
};

type NewSession = {
  /** True once every factor the installation asks for was given; a session without is good for nothing yet. */
  assured: boolean;
  now: Date;
  /** The token of the session this one takes the place of: signing in anew ends the old one. */
  replaces?: string | null;
  visit?: Visit;
};

/** Starts a session and returns its token: 256 random bits, given to the browser; only their hash is kept. */
export async function startSession(
  personId: string,
  { assured, now, replaces, visit }: NewSession,
): Promise<string> {
  return withShared(personId, async (tx) => {
    if (replaces) await end(tx, personId, replaces, now);
    const { token, id } = await addSession(tx, {
      personId,
      assured,
      createdAt: now,
      lastSeenAt: now,
      provedAt: now,
      ...visit,
    });
    await record(tx, {
      organisationId: null,
      actorId: personId,
      action: "session.started",
      subject: `session:${id}`,
      detail: { assured, ...(visit && { way: visit.way }) },
    });
    return token;
  });
}

/** A session as it stands: whose, and until when if it is not used again. */
export type LiveSession = { user: CurrentUser; endsAt: Date; provedAt: Date };

/**
 * The person a token stands for, or null: unknown, ended, unused for 30 minutes, older than 12 hours, or not yet
 * assured. Notes the use unless `touch` is false (a prefetch, a stream that only listens).
 */
export async function userOfSession(token: string, now: Date, touch: boolean): Promise<CurrentUser | null> {
  return (await liveSession(token, now, touch))?.user ?? null;
}

/** The same with when the session ends, and when its person last proved who they are. */
export async function liveSession(token: string, now: Date, touch: boolean): Promise<LiveSession | null> {
  const { idleSince, oldest } = limitsAt(now);
  const live = await liveUser(
    Prisma.sql`
    SELECT person_id, id AS session_id, last_seen_at, created_at AS started_at, proved_at FROM session
    WHERE token_hash = ${hashOf(token)} AND ended_at IS NULL AND assured
      AND last_seen_at > ${idleSince} AND created_at > ${oldest}`,
    now,
  );
  if (!live?.lastSeenAt || !live.startedAt || !live.provedAt) return null;
  const due = touch && now.getTime() - live.lastSeenAt.getTime() >= TOUCH_EVERY;
  if (due && live.user.sessionId) await noteUse(live.user.sessionId, now);
  const seen = due ? now : live.lastSeenAt;
  const ends = Math.min(seen.getTime() + IDLE_LIMIT, live.startedAt.getTime() + ABSOLUTE_LIMIT);
  return { user: live.user, endsAt: new Date(ends), provedAt: live.provedAt };
}

/** Who gave a password (or came from an issuer) and still owes a second factor, or null. */
export type HalfSignedIn = { sessionId: string; personId: string; name: string; email: string | null };

/** How long somebody who gave a password has to give the second factor. */
const HALF_WAY_LIMIT = 15 * minute;
/** Codes that may be wrong before the password is asked for again. */
const WRONG_CODES = 5;

export async function halfSignedIn(token: string, now: Date): Promise<HalfSignedIn | null> {
  const found = await shared().session.findFirst({
    where: {
      tokenHash: hashOf(token),
      assured: false,
      endedAt: null,
      wrongCodes: { lt: WRONG_CODES },
      createdAt: { gt: new Date(now.getTime() - HALF_WAY_LIMIT) },
    },
    select: { id: true, person: { select: { id: true, name: true, email: true } } },
  });
  if (!found) return null;
  const { id, ...person } = found.person;
  return { sessionId: found.id, personId: id, ...person };
}

/** Counts a wrong code; after the fifth the password is asked for again. */
export async function noteWrongCode({ sessionId, personId }: HalfSignedIn): Promise<void> {
  await withShared(personId, async (tx) => {
    await tx.session.updateMany({ where: { id: sessionId }, data: { wrongCodes: { increment: 1 } } });
    await record(tx, {
      organisationId: null,
      actorId: personId,
      action: "sign-in.refused",
      subject: `session:${sessionId}`,
      detail: { way: "code" },
    });
  });
}

/**
 * Takes a session over into a new one with a new token, fully assured and with its person just proven; the old token
 * is dead. It ends when the old one would have: proving oneself anew makes no day longer. Null where it has ended.
 */
export async function renewSession(token: string, now: Date): Promise<string | null> {
  const old = await shared().session.findUnique({
    where: { tokenHash: hashOf(token) },
    select: { personId: true, createdAt: true, way: true, browser: true, network: true },
  });
  if (!old) return null;
  return withShared(old.personId, async (tx) => {
    if (!(await end(tx, old.personId, token, now))) return null;
    const next = await addSession(tx, { ...old, assured: true, lastSeenAt: now, provedAt: now });
    await record(tx, {
      organisationId: null,
      actorId: old.personId,
      action: "session.started",
      subject: `session:${next.id}`,
      detail: { assured: true, ...(old.way && { way: old.way }) },
    });
    return next.token;
  });
}

type SessionRow = {
  personId: string;
  assured: boolean;
  createdAt: Date;
  lastSeenAt: Date;
  provedAt: Date;
  way?: string | null;
  browser?: string | null;
  network?: string | null;
};

async function addSession(tx: SharedTransaction, row: SessionRow): Promise<{ token: string; id: string }> {
  const token = randomBytes(32).toString("base64url");
  const id = randomUUID();
  await tx.session.create({ data: { id, tokenHash: hashOf(token), ...row }, select: { id: true } });
  return { token, id };
}

/** What a session must have been used after, and begun after, to live at a moment. */
export function limitsAt(now: Date): { idleSince: Date; oldest: Date } {
  return {
    idleSince: new Date(now.getTime() - IDLE_LIMIT),
    oldest: new Date(now.getTime() - ABSOLUTE_LIMIT),
  };
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

/** False where it had ended already, or never was. */
async function end(tx: SharedTransaction, actorId: string, token: string, now: Date): Promise<boolean> {
  const tokenHash = hashOf(token);
  const ended = await tx.session.updateMany({ where: { tokenHash, endedAt: null }, data: { endedAt: now } });
  if (ended.count === 0) return false;
  const session = await tx.session.findUnique({ where: { tokenHash }, select: { id: true } });
  await record(tx, {
    organisationId: null,
    actorId,
    action: "session.ended",
    subject: `session:${session?.id ?? ""}`,
  });
  return true;
}

/**
 * Notes a sign-in that was refused and, where it is known, for whom. The name that was tried is not kept: it may be a
 * password in the wrong box. `why` is a word of ours.
 */
export async function recordRefusedSignIn(
  way: string,
  { personId = null, why }: { personId?: string | null; why?: string } = {},
): Promise<void> {
  await withShared(null, (tx) =>
    record(tx, {
      organisationId: null,
      actorId: null,
      action: "sign-in.refused",
      subject: personId ? `person:${personId}` : `way:${way}`,
      ...((personId || why) && { detail: { ...(personId && { way }), ...(why && { why }) } }),
    }),
  );
}

/** How long a network stays known for somebody who signed in from it. */
const NETWORK_KNOWN = 90 * 24 * 60 * minute;

/** Whether whoever has this address has signed in from this network, with every factor, in the last 90 days. */
export async function hasSignedInFrom(email: string, network: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - NETWORK_KNOWN);
  const where = { network, assured: true, createdAt: { gt: since }, person: { email } };
  return (await shared().session.findFirst({ where, select: { id: true } })) !== null;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
