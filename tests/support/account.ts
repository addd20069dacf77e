import { Secret, TOTP } from "otpauth";
import { createCredential } from "@/lib/data/credentials";
import { addPerson } from "@/lib/data/people";
import { confirmEnrolment, enrolmentFor } from "@/lib/data/second-factors";

let made = 0;

/** A password that no rule refuses. */
export const GOOD_PASSWORD = "kettle lantern heron";

export type Account = {
  personId: string;
  email: string;
  /** The code their app shows at a moment. */
  code(at: Date): string;
  recoveryCodes: string[];
};

/** Somebody with a password and, unless told otherwise, a second factor set up a while before `now`. */
export async function makeAccount(now: Date, { secondFactor = true } = {}): Promise<Account> {
  made += 1;
  const email = `person-${made}@example.nhs.uk`;
  const personId = await addPerson({ name: `Person Number ${made}`, email });
  await createCredential(personId, GOOD_PASSWORD);
  if (!secondFactor) return { personId, email, code: () => "", recoveryCodes: [] };
  const enrolling = { personId, sessionId: "00000000-0000-4000-8000-000000000000", label: email };
  const key = (await enrolmentFor(enrolling)).key;
  const before = new Date(now.getTime() - 10 * 60_000);
  const codes = await confirmEnrolment(enrolling, appWith(key)(before), before, { first: true });
  return { personId, email, code: appWith(key), recoveryCodes: codes ?? [] };
}

/** An authenticator app into which a key was typed. */
export function appWith(key: string): (at: Date) => string {
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
  return (at) => totp.generate({ timestamp: at.getTime() });
}
