import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { type CurrentUser, fetchedAhead } from "@/lib/access/user";
import { liveSession, type LiveSession } from "@/lib/data/sessions";
import { orUnavailable } from "@/lib/http/database-away";
import { sessionToken } from "./browser-session";
import { PATH_HEADER, signInPath } from "./return-to";

/**
 * The session of this browser as the database says now, or null. Asked once a request however often it is called, and
 * again with each request: a session that ended or a membership that was taken away counts at once.
 */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const token = await sessionToken();
  if (!token) return null;
  // What a browser fetches ahead of a click is no use of the session.
  const ahead = (await headers()).get("sec-purpose")?.startsWith("prefetch") ?? false;
  const session = await liveSession(token, new Date(), !ahead);
  return session && ahead ? { ...session, user: fetchedAhead(session.user) } : session;
});

/** How many seconds the session of this browser lasts if it is not used again; null without one. */
export async function secondsSignedIn(): Promise<number | null> {
  const session = await currentSession();
  return session && Math.max(0, Math.floor((session.endsAt.getTime() - Date.now()) / 1000));
}

/** Who is signed in, with every factor, or null. */
export async function currentUser(): Promise<CurrentUser | null> {
  return (await currentSession())?.user ?? null;
}

/**
 * Who is signed in; sends everybody else to sign in and back to this page. While the database is away it sends
 * everybody to a calm page that needs none and leads back here.
 */
export async function requireUser(): Promise<CurrentUser> {
  const user = await orUnavailable(currentUser());
  if (!user) redirect(signInPath((await headers()).get(PATH_HEADER)));
  return user;
}
