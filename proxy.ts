import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { csrfCookie, sessionCookie } from "@/lib/auth/cookies";
import { csrfTokenIn, newCsrfCookie } from "@/lib/auth/csrf";
import { isDemoHost } from "@/lib/auth/demo-host";
import { PATH_HEADER } from "@/lib/auth/return-to";
import { isDemo } from "@/lib/env";
import { filePolicy, pagePolicy } from "@/lib/http/content-security-policy";
import { keptTextPolicy } from "@/lib/http/kept-text-page";

// Runs before every page and route. It adds headers and refuses a demo's false names; who may see what is never
// decided here. Files of the build get their headers in next.config.ts.
export const config = { matcher: "/((?!_next/static/|icons/).*)" };

export function proxy(request: NextRequest): NextResponse {
  if (isDemo() && !isDemoHost(request.headers.get("host"))) return refused();
  const { pathname, search } = request.nextUrl;
  const isPage = !pathname.startsWith("/api/") && !/\.[a-z][a-z0-9]*$/i.test(pathname);
  const nonce = randomBytes(16).toString("base64");
  const policy = isPage
    ? pagePolicy(nonce, { development: process.env.NODE_ENV === "development" })
    : pathname.startsWith("/api/assessments/")
      ? keptTextPolicy
      : filePolicy;

  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, pathname + search);
  headers.set("x-nonce", nonce);
  // Next reads the nonce for its own scripts from here.
  headers.set("content-security-policy", policy);

  const formCookie = pathname === "/sign-in" ? newFormCookie(request) : null;
  if (formCookie) headers.append("cookie", `${csrfCookie().name}=${formCookie}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (request.cookies.has(sessionCookie().name)) response.headers.set("cache-control", "private, no-store");
  if (formCookie) response.cookies.set(csrfCookie().name, formCookie, csrfCookie().options);
  return response;
}

/** The sign-in page is a plain form: its token and the token's cookie have to be there when it is first shown. */
function newFormCookie(request: NextRequest): string | null {
  const known = csrfTokenIn(request.cookies.get(csrfCookie().name)?.value);
  return known ? null : newCsrfCookie();
}

function refused(): NextResponse {
  const text = "This demonstration answers on localhost and 127.0.0.1 only.\n";
  return new NextResponse(text, {
    status: 421,
    headers: { "content-type": "text/plain; charset=utf-8", "content-security-policy": filePolicy },
  });
}
