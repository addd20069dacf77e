import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { csrfCookie, sessionCookie } from "@/lib/auth/cookies";
import { csrfTokenIn, newCsrfCookie } from "@/lib/auth/csrf";
import { isDemoHost } from "@/lib/auth/demo-host";
import { PATH_HEADER } from "@/lib/auth/return-to";
import { isDemo } from "@/lib/env";
import { reportLogoPath } from "@/lib/http/addresses";
import { filePolicy, pagePolicy, plainPagePolicy, sentFilePolicy } from "@/lib/http/content-security-policy";
import { keptTextPolicy } from "@/lib/http/kept-text-page";
import { replyToOutdatedForm } from "@/lib/http/outdated-form";
import { plainPage } from "@/lib/http/plain-page";
import { problem } from "@/lib/http/problem";

// Runs before every page and route. It adds headers and refuses a demo's false names; who may see what is never
// decided here. Files of the build get their headers in next.config.ts, and so do saves, which carry a key and are too
// many to be held up here (docs/performance.md).
export const config = {
  matcher: [
    "/((?!_next/static/|icons/|api/assessments/[\\w-]+/answers/[\\w-]+/[\\w-]+$).*)",
    {
      source: "/api/assessments/:id([\\w-]+)/answers/:capability([\\w-]+)/:scope([\\w-]+)",
      missing: [{ type: "header", key: "idempotency-key" }],
    },
  ],
};

export async function proxy(request: NextRequest): Promise<Response> {
  if (isDemo() && !isDemoHost(request.headers.get("host"))) return refused();
  const { pathname, search } = request.nextUrl;
  if (!canBeRead(pathname)) return unreadableAddress(pathname.startsWith("/api/"));
  if (pathname.length > 1 && pathname.endsWith("/")) return withoutLastSlash(request);
  const isPage = !pathname.startsWith("/api/") && !/\.[a-z][a-z0-9]*$/i.test(pathname);
  const outdated = isPage ? await replyToOutdatedForm(request) : null;
  if (outdated !== null) return ownPage(409, outdated);
  const nonce = randomBytes(16).toString("base64");
  const policy = isPage
    ? pagePolicy(nonce, { development: process.env.NODE_ENV === "development" })
    : policyOfRoute(pathname);

  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, pathname + search);
  headers.set("x-nonce", nonce);
  // Next reads the nonce for its own scripts from here.
  headers.set("content-security-policy", policy);

  const formCookie = hasSignInForm(pathname) ? newFormCookie(request) : null;
  if (formCookie) headers.append("cookie", `${csrfCookie().name}=${formCookie}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (request.cookies.has(sessionCookie().name)) response.headers.set("cache-control", "private, no-store");
  if (formCookie) response.cookies.set(csrfCookie().name, formCookie, csrfCookie().options);
  return response;
}

function policyOfRoute(pathname: string): string {
  if (pathname.startsWith("/api/assessments/")) return keptTextPolicy;
  if (pathname.startsWith(reportLogoPath)) return sentFilePolicy;
  return /^\/api\/(auth\/|session$)/.test(pathname) ? plainPagePolicy : filePolicy;
}

/** Where a way to sign in is offered: signing in itself, an invitation, the account that another way is added to. */
function hasSignInForm(pathname: string): boolean {
  return /^\/(sign-in|invitation|account)(\/|$)/.test(pathname);
}

/** These are plain forms: their token and the token's cookie have to be there when they are first shown. */
function newFormCookie(request: NextRequest): string | null {
  const known = csrfTokenIn(request.cookies.get(csrfCookie().name)?.value);
  return known ? null : newCsrfCookie();
}

/** Next itself would answer a bare 500 where a percent sign is followed by what is no letter. */
function canBeRead(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

function unreadableAddress(forPrograms: boolean): Response {
  const title = "This web address cannot be read";
  if (forPrograms) return problem(400, title, {}, { "content-security-policy": filePolicy });
  const page = plainPage({
    title,
    paragraphs: [
      "The address has a percent sign in a place where it means nothing.",
      "If you typed or pasted the address, check that you copied all of it.",
    ],
    button: { href: "/", text: "Go to the start page" },
    otherwise: "If you followed a link in this service, tell your trust’s digital lead.",
  });
  return ownPage(400, page);
}

function ownPage(status: number, page: string): Response {
  return new Response(page, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "content-security-policy": pagePolicy(randomBytes(16).toString("base64"), { development: false }),
    },
  });
}

/** Next's own redirect, which `skipTrailingSlashRedirect` turns off, would go out without our headers. */
function withoutLastSlash(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const response = NextResponse.redirect(new URL(pathname.replace(/\/+$/, "") + search, request.url), 308);
  response.headers.set("content-security-policy", filePolicy);
  return response;
}

function refused(): NextResponse {
  const text = "This demonstration answers on localhost and 127.0.0.1 only.\n";
  return new NextResponse(text, {
    status: 421,
    headers: { "content-type": "text/plain; charset=utf-8", "content-security-policy": filePolicy },
  });
}
