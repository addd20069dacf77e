import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import { ABSOLUTE_LIMIT } from "@/lib/data/sessions";
import { appOrigin, authSecret } from "@/lib/env";
import { logger } from "@/lib/logger";
import { callbackCookie, csrfCookie, issuerCookies, sessionCookie } from "./cookies";
import { safeReturnTo } from "./return-to";

/** A request as next-auth is to see it: nothing of the real one but what is named here. */
export type Ask = {
  /** "csrf", "callback/demo", "signin/entra". */
  action: string;
  method: "GET" | "POST";
  cookies: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: Readonly<Record<string, string>>;
};

/**
 * One sign-in. Which session stands behind the cookie is decided by whoever asks next-auth, while it runs: it puts the
 * session's token here. `faults` are what next-auth itself found wrong.
 */
export type Course = { token: string | null; faults: unknown[] };

/** Who may ask for a session, and what decides: a provider, and next-auth's question whether to let somebody in. */
export type Way = {
  provider: AuthOptions["providers"][number];
  mayComeIn?: NonNullable<AuthOptions["callbacks"]>["signIn"];
};

/**
 * Hands a request to next-auth. What it decides (token checked, provider asked, answer of an issuer verified) is its
 * own; which session stands behind the cookie is decided in `lib/data/sessions`.
 */
export async function askNextAuth(ask: Ask, way: Way | null, course: Course): Promise<Response> {
  // The only place next-auth reads its own address from; without it, it would believe the request's headers.
  process.env.NEXTAUTH_URL = appOrigin();
  const { query, body, method, cookies } = ask;
  const request = {
    query: { ...query, nextauth: ask.action.split("/") },
    body,
    method,
    cookies,
    headers: {},
  };
  const reply = new Reply();
  // next-auth has one logger for all requests, the one set last: each fault is brought to its own course.
  await running.run(course, () =>
    NextAuth(
      request as unknown as NextApiRequest,
      reply as unknown as NextApiResponse,
      optionsFor(way, course),
    ),
  );
  return reply.response();
}

const running = new AsyncLocalStorage<Course>();

/** What next-auth writes its answer to: as much of Node's response as it uses. */
class Reply {
  #status = 200;
  #body: string | null = null;
  readonly #headers = new Map<string, string | string[]>();

  status(code: number): this {
    this.#status = code;
    return this;
  }
  getHeader(name: string): string | string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }
  setHeader(name: string, value: string | string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }
  send(body: unknown): void {
    this.#body = typeof body === "string" ? body : JSON.stringify(body);
  }
  json(body: unknown): void {
    this.send(body);
  }
  end(): void {}

  response(): Response {
    const headers = new Headers({ "cache-control": "private, no-store" });
    for (const [name, value] of this.#headers) {
      for (const one of [value].flat()) {
        // The form itself says where to go on to: one cookie less to explain.
        if (name !== "set-cookie") headers.set(name, one);
        else if (!one.startsWith(`${callbackCookie().name}=`)) headers.append(name, one);
      }
    }
    return new Response(this.#body, { status: this.#status, headers });
  }
}

function optionsFor(way: Way | null, course: Course): AuthOptions {
  return {
    secret: authSecret(),
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: sessionCookie(),
      csrfToken: csrfCookie(),
      callbackUrl: callbackCookie(),
      ...issuerCookies(),
    },
    session: { strategy: "jwt", maxAge: ABSOLUTE_LIMIT / 1000 },
    // next-auth's own sealing costs a quarter of a millisecond a request and would hide nothing but random bits.
    jwt: {
      encode: ({ token }) => String(token?.sessionToken),
      decode: ({ token }) => (token ? { sessionToken: token } : null),
    },
    providers: way ? [way.provider] : [],
    callbacks: {
      ...(way?.mayComeIn && { signIn: way.mayComeIn }),
      jwt: () => ({ sessionToken: course.token }),
      redirect: ({ url, baseUrl }) =>
        baseUrl + safeReturnTo(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
    logger: {
      error: (code, metadata) => {
        running.getStore()?.faults.push(metadata);
        // What an issuer sent may name people; which of next-auth's checks failed is enough.
        logger().warn({ code }, "A sign-in failed");
      },
      warn: () => {},
      debug: () => {},
    },
  };
}
