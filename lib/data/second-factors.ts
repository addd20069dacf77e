import "server-only";
import { Secret, TOTP } from "otpauth";
import type { Prisma } from "@/lib/generated/prisma/client";
import { record } from "./audit";
import { replaceRecoveryCodes } from "./recovery-codes";
import { keyedHash, seal, unseal } from "./sealed-text";
import { shared, withShared } from "./tenant";

// Codes by time (TOTP, RFC 6238) as every authenticator app makes them: six figures, 30 seconds, SHA-1.
const FIGURES = 6;
const PERIOD = 30;
const SECRET_BYTES = 20;
const ISSUER = "Digital maturity";

/** What an authenticator app needs to know, as an address for a QR code and as a key to type. */
export type Enrolment = { uri: string; key: string };

/** Whom the second factor is for, and the session they ask from. */
export type Enrolling = { personId: string; sessionId: string; label: string };

/** When the person's second factor was set up; null where they have none. */
export async function secondFactorSince(personId: string): Promise<Date | null> {
  const held = await shared().secondFactor.findUnique({
    where: { personId },
    select: { confirmedAt: true },
  });
  return held?.confirmedAt ?? null;
}

/**
 * What to put into an authenticator app. The same however often it is asked in one session, so that a page may be
 * loaded again without a write: the secret is derived and kept only once a code has shown that it arrived.
 */
export async function enrolmentFor(enrolling: Enrolling): Promise<Enrolment> {
  const secret = await newSecret(enrolling);
  return {
    uri: totp(secret, enrolling.label).toString(),
    key: secret.base32.replace(/(.{4})(?=.)/g, "$1 "),
  };
}

/**
 * Sets the second factor up, or turns it over, once a code shows that the app has the secret. Returns new recovery
 * codes, which are nowhere kept to be read again; null where the code was wrong, or where it was to be the `first` and
 * there is one.
 */
export async function confirmEnrolment(
  enrolling: Enrolling,
  code: string,
  now: Date,
  { first }: { first: boolean },
): Promise<string[] | null> {
  const { personId, label } = enrolling;
  const secret = await newSecret(enrolling);
  const step = stepOf(totp(secret, label), code, now);
  if (step === null) return null;
  const kept = {
    secret: seal("second factor", secret.base32),
    lastStep: BigInt(step),
    confirmedAt: now,
  };
  return withShared(personId, async (tx) => {
    const added = await tx.secondFactor.createMany({ data: [{ personId, ...kept }], skipDuplicates: true });
    if (added.count === 0 && first) return null;
    if (added.count === 0) await tx.secondFactor.updateMany({ where: { personId }, data: kept });
    await record(tx, {
      organisationId: null,
      actorId: personId,
      action: "second-factor.set-up",
      subject: `person:${personId}`,
    });
    return replaceRecoveryCodes(tx, personId);
  });
}

/**
 * Whether this is the code the person's app shows now, half a minute early or late; each code counts once, also when
 * it is sent twice at the same moment.
 */
export async function takeCode(personId: string, code: string, now: Date): Promise<boolean> {
  const held = await shared().secondFactor.findUnique({ where: { personId }, select: { secret: true } });
  const secret = held && unseal("second factor", held.secret);
  if (!secret) return false;
  const step = stepOf(totp(Secret.fromBase32(secret), ""), code, now);
  if (step === null) return false;
  const taken = await withShared(personId, (tx) => takeStep(tx, personId, step));
  return taken.count === 1;
}

/** The step is the lock: of two that bring the same one, the database lets one through. */
function takeStep(
  tx: { secondFactor: Prisma.TransactionClient["secondFactor"] },
  personId: string,
  step: number,
) {
  return tx.secondFactor.updateMany({
    where: { personId, lastStep: { lt: BigInt(step) } },
    data: { lastStep: BigInt(step) },
  });
}

/** The time step the code belongs to, at most one away from now; null where it is no code of this secret. */
function stepOf(app: TOTP, code: string, now: Date): number | null {
  const typed = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(typed)) return null;
  const delta = app.validate({ token: typed, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
}

function totp(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, algorithm: "SHA1", digits: FIGURES, period: PERIOD, secret });
}

async function newSecret({ personId, sessionId }: Enrolling): Promise<Secret> {
  const since = await secondFactorSince(personId);
  const seed = [personId, sessionId, since?.toISOString() ?? "first"].join(" ");
  const bytes = keyedHash("enrolment", seed).subarray(0, SECRET_BYTES);
  return new Secret({ buffer: new Uint8Array(bytes).buffer });
}
