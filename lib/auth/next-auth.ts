import "server-only";
import NextAuth, { type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { NextRequest } from "next/server";
import { ABSOLUTE_LIMIT } from "@/lib/data/sessions";
import { appOrigin, authSecret } from "@/lib/env";
import { logger } from "@/lib/logger";
import { callbackCookie, csrfCookie, sessionCookie } from "./cookies";
import { signInToDemo } from "./demo-sign-in";
import { safeReturnTo } from "./return-to";

/** What a sign-in form may send; anything else is left aside. */
export type SignInFields = { csrfToken: string; person: string; callbackUrl: string };

/**
 * Hands a request to next-auth: `csrf`, or the callback of a provider. What it decides (token checked, provider
 * asked, cookie set) is its own; which session stands behind the cookie is decided in `lib/data/sessions`.
 */
export async function askNextAuth(
  action: readonly string[],
  fields: SignInFields | null,
  replaces: string | null,
): Promise<Response> {
  // The only place next-auth reads its own address from; without it, it would believe the request's headers.
  process.env.NEXTAUTH_URL = appOrigin();
  const body = fields && new URLSearchParams(fields);
  const request = new NextRequest(`${appOrigin()}/api/auth/${action.join("/")}`, {
    method: body ? "POST" : "GET",
    ...(body && { body, headers: { "content-type": "application/x-www-form-urlencoded" } }),
  });
  const context = { params: Promise.resolve({ nextauth: [...action] }) };
  const trouble: unknown[] = [];
  const response: unknown = await NextAuth(request, context, optionsFor(replaces, trouble));
  // next-auth takes an error while signing in for a refusal; who signs in should hear of it as what it is.
  if (trouble.length > 0) throw trouble[0];
  if (!(response instanceof Response)) throw new Error("next-auth gave no response");
  return withoutCallbackCookie(response);
}

/** The form itself says where to go on to: one cookie less to explain. */
function withoutCallbackCookie(response: Response): Response {
  const cookies = response.headers.getSetCookie();
  response.headers.delete("set-cookie");
  for (const cookie of cookies) {
    if (!cookie.startsWith(`${callbackCookie().name}=`)) response.headers.append("set-cookie", cookie);
  }
  return response;
}

function optionsFor(replaces: string | null, trouble: unknown[]): AuthOptions {
  let sessionToken: string | null = null;
  return {
    secret: authSecret(),
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: sessionCookie(), csrfToken: csrfCookie(), callbackUrl: callbackCookie() },
    session: { strategy: "jwt", maxAge: ABSOLUTE_LIMIT / 1000 },
    // next-auth's own sealing costs a quarter of a millisecond a request and would hide nothing but random bits.
    jwt: {
      encode: ({ token }) => String(token?.sessionToken),
      decode: ({ token }) => (token ? { sessionToken: token } : null),
    },
    providers: [
      Credentials({
        id: "demo",
        credentials: { person: {} },
        async authorize(credentials) {
          try {
            sessionToken = await signInToDemo(credentials?.person ?? "", new Date(), replaces);
          } catch (error) {
            trouble.push(error);
          }
          // next-auth asks for a user; the session's row says who it is.
          return sessionToken === null ? null : { id: "signed-in" };
        },
      }),
    ],
    callbacks: {
      jwt: () => ({ sessionToken }),
      redirect: ({ url, baseUrl }) =>
        baseUrl + safeReturnTo(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
    logger: {
      error: (code) => logger().error({ code }, "Sign-in is not set up right"),
      warn: () => {},
      debug: () => {},
    },
  };
}
