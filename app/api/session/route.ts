import { currentSession } from "@/lib/auth/current-user";
import { sessionToken } from "@/lib/auth/browser-session";
import { liveSession } from "@/lib/data/sessions";
import { whileDatabaseAnswers } from "@/lib/http/database-away";
import { isSameOrigin } from "@/lib/http/origin";
import { plainPage } from "@/lib/http/plain-page";
import { problem, reply } from "@/lib/http/problem";

const AWAY = "It cannot be seen just now how long you stay signed in. Try again";

/** How many seconds the session has left. Asking is no use of it. */
export async function GET(): Promise<Response> {
  return whileDatabaseAnswers(AWAY, async () => {
    const now = new Date();
    const token = await sessionToken();
    const session = token && (await liveSession(token, now, false));
    return session
      ? reply({ secondsLeft: secondsTo(session.endsAt, now) })
      : problem(401, "You are signed out");
  });
}

/** Stay signed in: the session counts as used. A program gets the seconds left, a plain form a page that says so. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, "This request did not come from the service");
  return whileDatabaseAnswers(AWAY, async () => {
    const now = new Date();
    const session = await currentSession();
    if ((request.headers.get("accept") ?? "").includes("application/json")) {
      return session
        ? reply({ secondsLeft: secondsTo(session.endsAt, now) })
        : problem(401, "You are signed out");
    }
    return new Response(session ? stayed : ended, {
      status: session ? 200 : 401,
      headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
    });
  });
}

function secondsTo(end: Date, now: Date): number {
  return Math.max(0, Math.floor((end.getTime() - now.getTime()) / 1000));
}

const stayed = plainPage({
  title: "You are still signed in",
  paragraphs: ["Close this tab to go back to where you were. What you typed there is still there."],
  button: { href: "/trusts", text: "Or go to your organisations" },
  otherwise: "You are signed out after 30 minutes without use, and after 12 hours in any case.",
});

const ended = plainPage({
  title: "You have been signed out",
  paragraphs: [
    "Sign in here in this tab. Then close it to go back to where you were: what you typed there is still there, and can be saved.",
  ],
  button: { href: "/sign-in", text: "Sign in" },
  otherwise: "You are signed out after 30 minutes without use, and after 12 hours in any case.",
});
