import { cookies } from "next/headers";
import { sessionCookie } from "@/lib/auth/cookies";
import { sessionTokenIn } from "@/lib/auth/session-token";
import { isDatabaseDown } from "@/lib/data/database-trouble";
import { endSession } from "@/lib/data/sessions";
import { isSameOrigin } from "@/lib/http/origin";
import { problem } from "@/lib/http/problem";

/** Ends the session on the server and in this browser, from the plain form in the header of every page. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, "This request did not come from the service");
  const { name, options } = sessionCookie();
  const jar = await cookies();
  const token = sessionTokenIn(jar.get(name)?.value);
  if (token) await endSession(token, new Date()).catch(leaveToIdleLimit);
  jar.set(name, "", { ...options, maxAge: 0 });
  return new Response(null, {
    status: 303,
    headers: {
      location: "/sign-in?signedOut=yes",
      "cache-control": "private, no-store",
      // What the browser kept of the pages goes as well, so that "back" shows nothing.
      "clear-site-data": '"cache", "storage"',
    },
  });
}

/** With the database away this browser is signed out all the same; the session's row ends by not being used. */
function leaveToIdleLimit(error: unknown): void {
  if (!isDatabaseDown(error)) throw error;
}
