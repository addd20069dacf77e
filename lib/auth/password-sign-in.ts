import "server-only";
import { smallLetters } from "@/lib/access/invitation-input";
import { checkCredential } from "@/lib/data/credentials";
import { type Count, countTry, forgetTries, giveBack, type Limit } from "@/lib/data/limits";
import { hasSignedInFrom, recordRefusedSignIn, startSession, type Visit } from "@/lib/data/sessions";

export type PasswordSignIn =
  | { kind: "started"; token: string }
  | { kind: "refused" }
  /** Too many tries; the next counts again in so many seconds. */
  | { kind: "limited"; seconds: number };

type Arrival = { now: Date; replaces: string | null; visit: Visit & { network: string } };

/**
 * The first of two steps: address and password. The session it starts opens nothing but the page for the second
 * factor. Tries are counted before the password is looked at, so that no more than the limit ever reach it; where they
 * cannot be counted it throws, and nobody signs in.
 */
export async function signInWithPassword(
  typed: { email: string; password: string },
  { now, replaces, visit }: Arrival,
): Promise<PasswordSignIn> {
  const email = smallLetters(typed.email);
  const own = await ownCount(email, visit.network, now);
  const counts: [Limit, string][] = [["password from a network", visit.network], own];
  for (const [limit, key] of counts) {
    const count = await countTry(limit, key);
    if (count.kind === "spent") return limited(count, limit);
  }
  const { right, personId } = await checkCredential(email, typed.password);
  if (!right || !personId) {
    await recordRefusedSignIn("password", { personId });
    return { kind: "refused" };
  }
  await forgetTries(...own);
  await giveBack("password from a network", visit.network);
  return { kind: "started", token: await startSession(personId, { assured: false, now, replaces, visit }) };
}

async function ownCount(email: string, network: string, now: Date): Promise<[Limit, string]> {
  return (await hasSignedInFrom(email, network, now))
    ? ["password of a person in a known network", `${email} ${network}`]
    : ["password of a person", email];
}

async function limited(
  { seconds, first }: Extract<Count, { kind: "spent" }>,
  limit: Limit,
): Promise<PasswordSignIn> {
  // Once for each time a count runs out: a flood of tries is no flood of events.
  if (first) await recordRefusedSignIn("password", { why: limit });
  return { kind: "limited", seconds };
}
