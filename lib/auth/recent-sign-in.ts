import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { CurrentUser } from "@/lib/access/user";
import { countTry, forgetTries } from "@/lib/data/limits";
import { isOwnPassword } from "@/lib/data/credentials";
import { type LiveSession, renewSession } from "@/lib/data/sessions";
import { isDemo } from "@/lib/env";
import { keepSessionToken, sessionToken } from "./browser-session";
import { currentSession, requireUser } from "./current-user";
import { PATH_HEADER, safeReturnTo } from "./return-to";
import { proofIn } from "./second-step";

/** How long somebody counts as just proven. */
const RECENT = 10 * 60_000;

/** The page that asks somebody to prove themself again, to come back from to `path`. */
export function confirmPath(path: string | null): string {
  return `/account/confirm?${new URLSearchParams({ returnTo: safeReturnTo(path) })}`;
}

/**
 * Who is signed in and has given a password or a code in the last ten minutes; everybody else is asked for one first
 * and then comes back to this page. For what somebody at an open screen must not be able to do: taking out account
 * data, turning over a second factor, letting people in. To be asked where the page is shown, before anybody types,
 * and again in its action.
 */
export async function requireRecentSignIn(): Promise<CurrentUser> {
  const user = await requireUser();
  if (!(await isRecent(new Date()))) redirect(confirmPath((await headers()).get(PATH_HEADER)));
  return user;
}

/** Whether the person of this session has just proven who they are. In a demo there is nothing to prove it by. */
export async function isRecent(now: Date): Promise<boolean> {
  const session = await currentSession();
  return session !== null && isJustProven(session, now);
}

/** The same of a session that was found already. */
export function isJustProven({ provedAt }: Pick<LiveSession, "provedAt">, now: Date): boolean {
  return isDemo() || now.getTime() - provedAt.getTime() < RECENT;
}

export type Confirmation = { kind: "confirmed" | "wrong" } | { kind: "limited"; seconds: number };

/** Takes a password or a code of whoever is signed in; the session goes on under a new token. */
export async function confirmItIsThem(
  user: CurrentUser,
  typed: { password: string; code: string },
  now: Date,
): Promise<Confirmation> {
  const proof = typed.code
    ? await proofIn(user.personId, typed.code, now)
    : await passwordProof(user.personId, typed.password);
  if (proof.kind === "limited") return proof;
  const token = await sessionToken();
  const renewed = proof.kind !== "wrong" && token ? await renewSession(token, now) : null;
  if (!renewed) return { kind: "wrong" };
  await keepSessionToken(renewed);
  return { kind: "confirmed" };
}

async function passwordProof(
  personId: string,
  password: string,
): Promise<{ kind: "password" | "wrong" } | { kind: "limited"; seconds: number }> {
  const count = await countTry("code of a person", personId);
  if (count.kind === "spent") return { kind: "limited", seconds: count.seconds };
  if (!(await isOwnPassword(personId, password))) return { kind: "wrong" };
  await forgetTries("code of a person", personId);
  return { kind: "password" };
}
