import "server-only";
import { cookies } from "next/headers";
import { isDatabaseDown } from "@/lib/data/database-trouble";
import { isAppOrigin, isDemo } from "@/lib/env";
import { readBody } from "@/lib/http/read-body";
import { problem } from "@/lib/http/problem";
import { sessionCookie } from "./cookies";
import { askNextAuth, type SignInFields } from "./next-auth";
import { safeReturnTo } from "./return-to";
import { sessionTokenIn } from "./session-token";

const LARGEST_FORM = 16 * 1024;

/**
 * Signs in from a form or a script (contract: demo). A form gets 303 to the page asked for or back to the sign-in
 * page; a script that sends `json=true` gets `{url}`, with 401 where it was refused.
 */
export async function signIn(request: Request, provider: string): Promise<Response> {
  if (provider !== "demo" || !isDemo()) return problem(404, "There is no such way to sign in");
  if (cameFromElsewhere(request.headers)) return problem(403, "This request did not come from the service");
  const text = await readBody(request, LARGEST_FORM);
  if (text === null) return problem(413, "The form is too large");
  const sent = fieldsIn(text, request.headers.get("content-type") ?? "");
  if (!sent) return problem(400, "The form could not be read");

  const { json, ...fields } = sent;
  const current = sessionTokenIn((await cookies()).get(sessionCookie().name)?.value);
  const response = await askNextAuth(["callback", provider], fields, current).catch(whenDatabaseIsAway);
  if (!response) {
    return json
      ? problem(503, "Nobody can sign in just now. Try again", {}, { "retry-after": "5" })
      : seeOther("/sign-in");
  }
  const signedIn = response.headers
    .getSetCookie()
    .some((line) => line.startsWith(`${sessionCookie().name}=`));
  const location = signedIn ? safeReturnTo(fields.callbackUrl) : refusedAt(response, fields);
  const headers = new Headers({ "cache-control": "private, no-store" });
  for (const line of response.headers.getSetCookie()) headers.append("set-cookie", line);
  if (json) return Response.json({ url: location }, { status: signedIn ? 200 : 401, headers });
  return seeOther(location, headers);
}

/** A path alone: on loopback the service has two names, and the browser stays with the one it came by. */
function seeOther(
  location: string,
  headers = new Headers({ "cache-control": "private, no-store" }),
): Response {
  headers.set("location", location);
  return new Response(null, { status: 303, headers });
}

function whenDatabaseIsAway(error: unknown): null {
  if (isDatabaseDown(error)) return null;
  throw error;
}

/** Back to the form, which says what was the matter: the form was too old, or the person unknown. */
function refusedAt(response: Response, { callbackUrl }: SignInFields): string {
  const why = response.headers.get("location")?.includes("csrf=true") ? "expired" : "refused";
  return `/sign-in?${new URLSearchParams({ problem: why, returnTo: safeReturnTo(callbackUrl) })}`;
}

/**
 * A script may send no `Origin`: the token in the form and its cookie show that it got the form from us. A page of
 * another origin is refused even so.
 */
function cameFromElsewhere(headers: Headers): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  return (origin !== null && !isAppOrigin(origin)) || (site !== null && site !== "same-origin");
}

function fieldsIn(text: string, contentType: string): (SignInFields & { json: boolean }) | null {
  const sent = contentType.includes("application/json")
    ? jsonObject(text)
    : Object.fromEntries(new URLSearchParams(text));
  if (!sent) return null;
  const field = (name: string) => (typeof sent[name] === "string" ? sent[name] : "");
  return {
    csrfToken: field("csrfToken"),
    person: field("person"),
    callbackUrl: field("callbackUrl"),
    json: String(sent.json) === "true",
  };
}

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
