import "server-only";
import { headers } from "next/headers";
import { startSession } from "@/lib/data/sessions";
import { keepSessionToken, sessionToken } from "./browser-session";
import { visitOf } from "./visit";

/**
 * Begins the sign-in of somebody who has just chosen their first password by an invitation, so that they need not type
 * it again. It opens nothing but setting up the second factor, at the address returned.
 */
export async function beginFirstSignIn(personId: string, returnTo: string, now: Date): Promise<string> {
  const visit = visitOf(await headers(), "password");
  await keepSessionToken(
    await startSession(personId, { assured: false, now, replaces: await sessionToken(), visit }),
  );
  return `/sign-in/second-factor?${new URLSearchParams({ returnTo })}`;
}
