import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { CurrentUser } from "@/lib/access/user";
import { userOfSession } from "@/lib/data/sessions";
import { orUnavailable } from "@/lib/http/database-away";
import { sessionCookie } from "./cookies";
import { PATH_HEADER, signInPath } from "./return-to";
import { sessionTokenIn } from "./session-token";

/**
 * Who is signed in, as the database says now, or null. Asked once a request however often it is called, and again
 * with each request: a session that ended or a membership that was taken away counts at once.
 */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const token = sessionTokenIn((await cookies()).get(sessionCookie().name)?.value);
  if (!token) return null;
  // What a browser fetches ahead of a click is no use of the session.
  const ahead = (await headers()).get("sec-purpose")?.startsWith("prefetch") ?? false;
  return userOfSession(token, new Date(), !ahead);
});

/**
 * Who is signed in; sends everybody else to sign in and back to this page. While the database is away it sends
 * everybody to a calm page that needs none and leads back here.
 */
export async function requireUser(): Promise<CurrentUser> {
  const user = await orUnavailable(currentUser());
  if (!user) redirect(signInPath((await headers()).get(PATH_HEADER)));
  return user;
}
