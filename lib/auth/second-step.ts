import "server-only";
import { countTry, forgetTries } from "@/lib/data/limits";
import { takeRecoveryCode } from "@/lib/data/recovery-codes";
import { confirmEnrolment, type Enrolling, secondFactorSince, takeCode } from "@/lib/data/second-factors";
import { halfSignedIn, type HalfSignedIn, noteWrongCode, renewSession } from "@/lib/data/sessions";
import { sessionToken } from "./browser-session";

/** Whoever gave a password in this browser and still owes the second factor, or null. */
export async function atSecondStep(now: Date): Promise<HalfSignedIn | null> {
  const token = await sessionToken();
  return token ? halfSignedIn(token, now) : null;
}

export type SecondStep =
  /** Signed in, under a new token. `recovered`: by a recovery code, so that a new second factor is due. */
  | { kind: "signed_in"; token: string; recovered: boolean }
  | { kind: "wrong" }
  | { kind: "limited"; seconds: number }
  /** Too late, or wrong too often: the password is asked for again. */
  | { kind: "over" };

/** Takes a code of the app, or a recovery code, and lets the person in under a new token. */
export async function giveCode(token: string, typed: string, now: Date): Promise<SecondStep> {
  const half = await halfSignedIn(token, now);
  if (!half) return { kind: "over" };
  const proof = await proofIn(half.personId, typed, now);
  if (proof.kind === "limited") return proof;
  if (proof.kind === "wrong") {
    await noteWrongCode(half);
    return { kind: (await halfSignedIn(token, now)) ? "wrong" : "over" };
  }
  const renewed = await renewSession(token, now);
  if (!renewed) return { kind: "over" };
  return { kind: "signed_in", token: renewed, recovered: proof.kind === "recovery_code" };
}

/**
 * Sets up the first second factor of somebody half signed in, and lets them in. Never in place of one that is there:
 * whoever has the password alone would get in with it.
 */
export async function setUpAndComeIn(
  token: string,
  code: string,
  now: Date,
): Promise<
  Exclude<SecondStep, { kind: "signed_in" }> | { kind: "signed_in"; token: string; codes: string[] }
> {
  const half = await halfSignedIn(token, now);
  if (!half) return { kind: "over" };
  const count = await countTry("code of a person", half.personId);
  if (count.kind === "spent") return { kind: "limited", seconds: count.seconds };
  const codes = await confirmEnrolment(enrollingOf(half), code, now, { first: true });
  if (!codes) return { kind: (await secondFactorSince(half.personId)) ? "over" : "wrong" };
  const renewed = await renewSession(token, now);
  return renewed ? { kind: "signed_in", token: renewed, codes } : { kind: "over" };
}

/** Whose second factor it will be, in the words their app will show. */
export function enrollingOf({ personId, sessionId, email, name }: HalfSignedIn): Enrolling {
  return { personId, sessionId, label: email ?? name };
}

/** Whether what was typed is a code of the person's app or one of their recovery codes; tries are counted. */
export async function proofIn(
  personId: string,
  typed: string,
  now: Date,
): Promise<{ kind: "code" | "recovery_code" | "wrong" } | { kind: "limited"; seconds: number }> {
  const count = await countTry("code of a person", personId);
  if (count.kind === "spent") return { kind: "limited", seconds: count.seconds };
  const kind = (await takeCode(personId, typed, now))
    ? "code"
    : (await takeRecoveryCode(personId, typed, now))
      ? "recovery_code"
      : "wrong";
  if (kind !== "wrong") await forgetTries("code of a person", personId);
  return { kind };
}
