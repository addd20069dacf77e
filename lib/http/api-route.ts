import "server-only";
import { type TokenScope, tokenScopeWords } from "@/lib/access/token-scope";
import type { CurrentUser } from "@/lib/access/user";
import { bearerIn } from "@/lib/auth/bearer";
import { allowance, type Count, countTry, type Limit } from "@/lib/data/limits";
import { recordRefusal } from "@/lib/data/refusals";
import { trustedProxies } from "@/lib/env";
import { networkOf } from "./client-network";
import { whileDatabaseAnswers } from "./database-away";
import { problem } from "./problem";

/** A request of a program, by whom and for what part of the address. */
export type ApiCall<Params> = {
  request: Request;
  user: CurrentUser;
  tokenId: string;
  params: Params;
  now: Date;
};

type Context<Params> = { params: Promise<Params> };

const limitOf: Readonly<Record<TokenScope, Limit>> = {
  read: "reading by a person's programs",
  audit: "reading by a person's programs",
  write_answers: "saving by a person's programs",
  export: "files for a person's programs",
};

const NO_TOKEN =
  "Send a token of yours in the header Authorization: Bearer dmat_…. You make one in your account";

/**
 * A route for programs. Who asks is said by a token alone, never by a cookie: so no page of another site can make a
 * browser ask in somebody's name. The token must have the scope; what its owner may do is then asked by the data
 * functions, as it is for pages. Every request counts towards its owner's limit, and what is refused is noted.
 */
export function apiRoute<Params>(
  scope: TokenScope,
  act: (call: ApiCall<Params>) => Promise<Response>,
): (request: Request, context: Context<Params>) => Promise<Response> {
  return (request, { params }) =>
    whileDatabaseAnswers("The service cannot reach its records just now. Try again", async () => {
      const now = new Date();
      const bearer = await bearerIn(request.headers, now);
      if (bearer === "none") return unauthorised(request, NO_TOKEN, "");
      if (bearer === "unknown") return refuseUnknown(request);
      const { user, tokenId, scopes } = bearer;
      const limit = limitOf[scope];
      const count = await countTry(limit, user.personId);
      if (count.kind === "spent") return withLimits(tooMany(request, count.seconds), limit, count);
      const reply = scopes.includes(scope)
        ? await act({ request, user, tokenId, params: await params, now })
        : notInScope(request, scope);
      if (reply.status === 403 || reply.status === 404) {
        await recordRefusal(user.personId, new URL(request.url).pathname);
      }
      return withLimits(reply, limit, count);
    });
}

/** Problem details with the address that was asked and what to do about it. */
export function refusal(
  request: Request,
  status: number,
  title: string,
  detail: string,
  extra: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  const instance = new URL(request.url).pathname;
  return problem(status, title, { detail, instance, ...extra }, headers);
}

/** Not there or not theirs: the reply does not say which. */
export function notThere(request: Request): Response {
  return refusal(
    request,
    404,
    "There is nothing here for this token",
    "Check the address. If it is right, its owner may not see this, or the token does not reach this organisation",
  );
}

function unauthorised(request: Request, detail: string, error: string): Response {
  const challenge = `Bearer realm="digital-maturity"${error}`;
  return refusal(request, 401, "This needs a token", detail, {}, { "www-authenticate": challenge });
}

async function refuseUnknown(request: Request): Promise<Response> {
  const count = await countTry("unknown token from a network", networkOf(request.headers, trustedProxies()));
  if (count.kind === "spent") return tooMany(request, count.seconds);
  const detail = "The token is mistyped, was ended, or has expired. Make another in your account";
  return unauthorised(request, detail, ', error="invalid_token"');
}

function notInScope(request: Request, scope: TokenScope): Response {
  const { name } = tokenScopeWords[scope];
  return refusal(
    request,
    403,
    "This token may not do that",
    `Make a token for which “${name}” is chosen`,
    { reason: "scope", scope },
    { "www-authenticate": `Bearer realm="digital-maturity", error="insufficient_scope", scope="${scope}"` },
  );
}

function tooMany(request: Request, seconds: number): Response {
  const detail = `Wait ${seconds} ${seconds === 1 ? "second" : "seconds"}, then ask again, less often`;
  return refusal(request, 429, "Too many requests", detail, {}, { "retry-after": String(seconds) });
}

/** How much is left, as draft-ietf-httpapi-ratelimit-headers writes it. */
function withLimits(reply: Response, limit: Limit, count: Count): Response {
  const { points, duration } = allowance(limit);
  const left = count.kind === "counted" ? count.left : 0;
  reply.headers.set("ratelimit-policy", `"requests";q=${points};w=${duration}`);
  reply.headers.set("ratelimit", `"requests";r=${left};t=${count.seconds}`);
  return reply;
}
