import "server-only";
import { cookies } from "next/headers";
import type { CurrentUser } from "@/lib/access/user";
import { userOfSession } from "@/lib/data/sessions";
import { sessionCookie } from "./cookies";
import { sessionTokenIn } from "./session-token";

/**
 * Says who is signed in, as often as it is asked, without that counting as use of the session: for a stream that
 * stays open while nobody does anything.
 */
export async function listeningUser(): Promise<() => Promise<CurrentUser | null>> {
  const token = sessionTokenIn((await cookies()).get(sessionCookie().name)?.value);
  return async () => (token ? userOfSession(token, new Date(), false) : null);
}
