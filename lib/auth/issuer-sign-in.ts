import "server-only";
import type { NextRequest } from "next/server";
import type { Claims, Issuer } from "@/lib/access/issuer";
import { isDatabaseDown } from "@/lib/data/database-trouble";
import { countTry } from "@/lib/data/limits";
import { liveSession, recordRefusedSignIn } from "@/lib/data/sessions";
import { knownIssuers } from "@/lib/env";
import { isSameOrigin } from "@/lib/http/origin";
import { plainPage } from "@/lib/http/plain-page";
import { problem } from "@/lib/http/problem";
import { readBody } from "@/lib/http/read-body";
import { logger } from "@/lib/logger";
import { storableText } from "@/lib/storable";
import { csrfCookie, errandCookie, issuerCookies, sessionCookie } from "./cookies";
import { type Arrival, arriveFrom } from "./issuer-arrival";
import { ERRAND_SECONDS, type Errand, errandIn, sealErrand } from "./issuer-errand";
import { providerFor } from "./issuer-provider";
import { confirmPath, isJustProven } from "./recent-sign-in";
import { askNextAuth, type Course } from "./next-auth";
import { safeReturnTo, signInPath, unavailablePath } from "./return-to";
import { sessionTokenIn } from "./session-token";
import { tooManyTriesPage } from "./too-many-tries";
import { visitOf } from "./visit";

const LARGEST_FORM = 16 * 1024;

/**
 * Sends somebody to an issuer, from a form of ours: a page that leads on by itself, since a form may not end at
 * another origin (content security policy), with the cookies that the issuer's answer is checked against.
 */
export async function goToIssuer(request: NextRequest, id: string): Promise<Response> {
  const issuer = issuerCalled(id);
  if (!issuer) return problem(404, "There is no such way to sign in");
  if (!isSameOrigin(request.headers)) return problem(403, "This request did not come from the service");
  const text = await readBody(request, LARGEST_FORM);
  if (text === null) return problem(413, "The form is too large");
  const form = new URLSearchParams(text);
  const returnTo = safeReturnTo(form.get("callbackUrl"));
  const now = new Date();
  try {
    const { network } = visitOf(request.headers, `oidc:${id}`);
    const count = await countTry("sign-in by an issuer from a network", network);
    if (count.kind === "spent") return tooManyTriesPage(count.seconds);
    const why = await errandOf(form, request, now);
    if (!why) return seeOther(signInPath(returnTo));
    if (why === "stale") return seeOther(confirmPath(returnTo));
    return await leave(request, issuer, form, { issuer: id, returnTo, why }, now);
  } catch (error) {
    return unavailable(error, returnTo);
  }
}

/** Takes the answer of an issuer. Whatever is not right with it leads to the sign-in page and onto the record. */
export async function comeFromIssuer(request: NextRequest, id: string): Promise<Response> {
  const issuer = issuerCalled(id);
  if (!issuer) return problem(404, "There is no such way to sign in");
  const now = new Date();
  const errand = errandIn(request.cookies.get(errandCookie().name)?.value, id, now);
  try {
    if (!errand) {
      await recordRefusedSignIn(`oidc:${id}`, { why: "errand" });
      return seeOther("/sign-in?problem=issuer");
    }
    return await arrive(request, issuer, errand, now);
  } catch (error) {
    return unavailable(error, errand?.returnTo ?? null);
  }
}

function issuerCalled(id: string): Issuer | undefined {
  return knownIssuers().find((known) => known.id === id);
}

async function errandOf(
  form: URLSearchParams,
  request: NextRequest,
  now: Date,
): Promise<Errand["why"] | "stale" | null> {
  const kind = form.get("errand");
  if (kind === "join") {
    const field = (name: string) => storableText((form.get(name) ?? "").trim().slice(0, 200));
    const invitation = field("invitation");
    return field("name") && invitation
      ? { kind, invitation, name: field("name"), jobTitle: field("jobTitle") }
      : null;
  }
  if (kind !== "link" && kind !== "confirm") return { kind: "sign-in" };
  const token = tokenOf(request);
  const session = token && (await liveSession(token, now, true));
  // A new way into the account is for its owner alone to open, not for whoever finds the screen unlocked.
  if (session && kind === "link" && !isJustProven(session, now)) return "stale";
  return session ? { kind, personId: session.user.personId } : null;
}

async function leave(
  request: NextRequest,
  issuer: Issuer,
  form: URLSearchParams,
  errand: Omit<Errand, "until">,
  now: Date,
): Promise<Response> {
  const reply = await askNextAuth(
    {
      action: `signin/${issuer.id}`,
      method: "POST",
      cookies: { [csrfCookie().name]: request.cookies.get(csrfCookie().name)?.value ?? "" },
      body: { csrfToken: form.get("csrfToken") ?? "" },
      // Who is to prove themself anew does so at the issuer too.
      query: errand.why.kind === "confirm" ? { prompt: "login", max_age: "0" } : {},
    },
    { provider: providerFor(issuer) },
    { token: null, faults: [] },
  );
  const location = reply.headers.get("location") ?? "";
  if (location.includes("csrf=true")) return seeOther(`/sign-in?problem=expired`);
  if (!/^https?:/.test(location) || location.includes("error="))
    return seeOther("/sign-in?problem=issuer-away");
  const page = plainPage({
    title: `Continue to ${issuer.name}`,
    paragraphs: ["You sign in there and come back here. If nothing happens, use the button."],
    button: { href: location, text: `Continue to ${issuer.name}` },
    otherwise: "If that does not work, try again later.",
  });
  const headers = new Headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "private, no-store",
    refresh: `0; url=${location}`,
  });
  for (const line of reply.headers.getSetCookie()) headers.append("set-cookie", line);
  headers.append("set-cookie", errandLine(sealErrand(errand, now), ERRAND_SECONDS));
  return new Response(page, { headers });
}

async function arrive(request: NextRequest, issuer: Issuer, errand: Errand, now: Date): Promise<Response> {
  const course: Course = { token: null, faults: [] };
  const current = tokenOf(request);
  const visit = visitOf(request.headers, `oidc:${issuer.id}`);
  let arrival: Arrival | null = null;
  let trouble: unknown = null;
  const mayComeIn = async ({ profile }: { profile?: unknown }) => {
    try {
      arrival = await arriveFrom(issuer, (profile ?? {}) as Claims, { errand, current, visit, now });
    } catch (error) {
      // next-auth takes an error for a refusal; it is told on as what it is.
      trouble = error;
    }
    course.token = arrival?.kind === "in" ? arrival.token : null;
    return course.token !== null;
  };
  const reply = await askNextAuth(
    {
      action: `callback/${issuer.id}`,
      method: "GET",
      cookies: cookiesForIssuer(request),
      query: Object.fromEntries(request.nextUrl.searchParams),
    },
    { provider: providerFor(issuer), mayComeIn },
    course,
  );
  if (trouble) throw trouble;
  if (arrival === null) await recordRefusedSignIn(`oidc:${issuer.id}`, { why: wordFor(course.faults) });
  const headers = new Headers();
  for (const line of reply.headers.getSetCookie()) headers.append("set-cookie", line);
  headers.append("set-cookie", errandLine("", 0));
  return seeOther(onward(arrival, errand), headers);
}

function onward(arrival: Arrival | null, { returnTo, why }: Errand): string {
  if (arrival?.kind === "linked") return "/account?done=linked";
  if (arrival?.kind === "in") {
    return arrival.assured ? returnTo : `/sign-in/code?${new URLSearchParams({ returnTo })}`;
  }
  const signedIn = why.kind === "link" || why.kind === "confirm";
  const named = arrival === null || arrival.why === "answer" ? "issuer" : `issuer-${arrival.why}`;
  return `${signedIn ? "/account" : "/sign-in"}?problem=${named}`;
}

/** Which of the checks failed, in a word of ours: what the issuer wrote may name people and goes nowhere. */
function wordFor(faults: readonly unknown[]): string {
  const text = faults
    .map((fault) => {
      const error = (fault as { error?: unknown } | null)?.error ?? fault;
      return error instanceof Error ? error.message : "";
    })
    .join(" ");
  const words = [
    "key",
    "nonce",
    "state",
    "iss",
    "aud",
    "azp",
    "alg",
    "signature",
    "exp",
    "iat",
    "sub",
    "code",
  ];
  const said = new Set(text.split(/\W+/));
  return words.find((word) => said.has(word)) ?? "answer";
}

function cookiesForIssuer(request: NextRequest): Record<string, string> {
  const names = Object.values(issuerCookies()).map(({ name }) => name);
  return Object.fromEntries(names.map((name) => [name, request.cookies.get(name)?.value ?? ""]));
}

function tokenOf(request: NextRequest): string | null {
  return sessionTokenIn(request.cookies.get(sessionCookie().name)?.value);
}

function errandLine(value: string, seconds: number): string {
  const { name, options } = errandCookie();
  const secure = options.secure ? "; Secure" : "";
  return `${name}=${value}; Path=${options.path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

function unavailable(error: unknown, returnTo: string | null): Response {
  if (!isDatabaseDown(error)) logger().error({ err: error }, "Nobody can sign in through an issuer");
  return seeOther(unavailablePath(returnTo));
}

function seeOther(location: string, headers = new Headers()): Response {
  headers.set("location", location);
  headers.set("cache-control", "private, no-store");
  return new Response(null, { status: 303, headers });
}
