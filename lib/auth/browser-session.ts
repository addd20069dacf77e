import "server-only";
import { cookies } from "next/headers";
import { ABSOLUTE_LIMIT } from "@/lib/data/sessions";
import { sessionCookie } from "./cookies";
import { sessionTokenIn } from "./session-token";

/** The token in this browser's session cookie, or null where there is none that could be one. */
export async function sessionToken(): Promise<string | null> {
  return sessionTokenIn((await cookies()).get(sessionCookie().name)?.value);
}

/** Gives this browser the token of another session. For actions and routes: a page sets no cookie. */
export async function keepSessionToken(token: string): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, maxAge: ABSOLUTE_LIMIT / 1000 });
}

/** Takes the session cookie away from this browser. */
export async function dropSessionToken(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
