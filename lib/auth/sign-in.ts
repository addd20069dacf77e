import "server-only";
import type { NextRequest } from "next/server";
import Credentials from "next-auth/providers/credentials";
import { isDatabaseDown } from "@/lib/data/database-trouble";
import { isDemo } from "@/lib/env";
import { cameFromElsewhere } from "@/lib/http/origin";
import { problem } from "@/lib/http/problem";
import { readBody } from "@/lib/http/read-body";
import { logger } from "@/lib/logger";
import { csrfCookie, sessionCookie } from "./cookies";
import { signInToDemo } from "./demo-sign-in";
import { askNextAuth, type Course } from "./next-auth";
import { type PasswordSignIn, signInWithPassword } from "./password-sign-in";
import { safeReturnTo } from "./return-to";
import { sessionTokenIn } from "./session-token";
import { tooManyTriesPage } from "./too-many-tries";
import { rememberTyped } from "./typed-address";
import { visitOf } from "./visit";

const LARGEST_FORM = 16 * 1024;

/** What a sign-in form may send; anything else is left aside. */
type SignInFields = Record<"csrfToken" | "person" | "email" | "password" | "callbackUrl", string>;

/** Sends somebody in: the token of their session, or null with the reason noted in the form's outcome. */
type Outcome = PasswordSignIn | { kind: "unavailable" };

/**
 * Signs in from a form or a script (contract: demo). A form gets 303 to the page asked for or back to the sign-in
 * page; a script that sends `json=true` gets `{url}`, with 401 where it was refused. Too many tries get 429.
 */
export async function signIn(request: NextRequest, provider: string): Promise<Response> {
  if (provider !== (isDemo() ? "demo" : "password")) return problem(404, "There is no such way to sign in");
  if (cameFromElsewhere(request.headers)) return problem(403, "This request did not come from the service");
  const text = await readBody(request, LARGEST_FORM);
  if (text === null) return problem(413, "The form is too large");
  const sent = fieldsIn(text, request.headers.get("content-type") ?? "");
  if (!sent) return problem(400, "The form could not be read");

  const { json, ...fields } = sent;
  const { response, outcome } = await ask(request, provider, fields);
  if (outcome.kind === "unavailable") {
    return json
      ? problem(503, "Nobody can sign in just now. Try again", {}, { "retry-after": "5" })
      : seeOther(`/unavailable?${new URLSearchParams({ returnTo: safeReturnTo(fields.callbackUrl) })}`);
  }
  if (outcome.kind === "limited") {
    const { seconds } = outcome;
    return json
      ? problem(429, "Too many tries", {}, { "retry-after": String(seconds) })
      : tooManyTriesPage(seconds);
  }
  const location = outcome.kind === "started" ? onward(provider, fields) : refusedAt(response, fields);
  const headers = new Headers({ "cache-control": "private, no-store" });
  for (const line of response.headers.getSetCookie()) headers.append("set-cookie", line);
  if (json) {
    return Response.json({ url: location }, { status: outcome.kind === "started" ? 200 : 401, headers });
  }
  return seeOther(location, headers);
}

async function ask(
  request: NextRequest,
  provider: string,
  fields: SignInFields,
): Promise<{ response: Response; outcome: Outcome }> {
  const arrival = {
    now: new Date(),
    replaces: sessionTokenIn(request.cookies.get(sessionCookie().name)?.value),
    visit: visitOf(request.headers, provider),
  };
  const course: Course = { token: null, faults: [] };
  let outcome: Outcome = { kind: "refused" };
  const authorize = async () => {
    try {
      outcome = await (provider === "demo" ? demo(fields, arrival) : signInWithPassword(fields, arrival));
    } catch (error) {
      // Whatever keeps a try from being counted or a password from being checked: nobody comes in.
      if (!isDatabaseDown(error)) logger().error({ err: error }, "Nobody can sign in");
      outcome = { kind: "unavailable" };
    }
    course.token = outcome.kind === "started" ? outcome.token : null;
    // next-auth asks for a user; the session's row says who it is.
    return course.token === null ? null : { id: "signed-in" };
  };
  const response = await askNextAuth(
    {
      action: `callback/${provider}`,
      method: "POST",
      cookies: { [csrfCookie().name]: request.cookies.get(csrfCookie().name)?.value ?? "" },
      body: fields,
    },
    { provider: Credentials({ id: provider, credentials: {}, authorize }) },
    course,
  );
  return { response, outcome };
}

async function demo(
  { person }: SignInFields,
  arrival: Parameters<typeof signInToDemo>[1],
): Promise<PasswordSignIn> {
  const token = await signInToDemo(person, arrival);
  return token === null ? { kind: "refused" } : { kind: "started", token };
}

/** On to the page asked for; after a password, by way of the second factor. */
function onward(provider: string, { callbackUrl }: SignInFields): string {
  const returnTo = safeReturnTo(callbackUrl);
  return provider === "demo" ? returnTo : `/sign-in/code?${new URLSearchParams({ returnTo })}`;
}

/** A path alone: on loopback the service has two names, and the browser stays with the one it came by. */
function seeOther(
  location: string,
  headers = new Headers({ "cache-control": "private, no-store" }),
): Response {
  headers.set("location", location);
  return new Response(null, { status: 303, headers });
}

/** Back to the form, which says what was the matter: the form was too old, or what it said does not fit. */
function refusedAt(response: Response, { callbackUrl, email }: SignInFields): string {
  const why = response.headers.get("location")?.includes("csrf=true") ? "expired" : "refused";
  const query = new URLSearchParams({ problem: why, returnTo: safeReturnTo(callbackUrl) });
  if (email) query.set("typed", rememberTyped(email));
  return `/sign-in?${query}`;
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
    email: field("email"),
    password: field("password"),
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
