import { createPublicKey, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll } from "vitest";

type Json = Record<string, unknown>;

export type TestIssuer = {
  url: string;
  /** Who signs in there next, and what the issuer says of how. */
  next: { subject: string; acr?: string; amr?: string[]; claims?: Json };
  /** Changes a token before it is handed out, signed again by the issuer's own key unless told otherwise. */
  spoil:
    | ((token: { header: Json; claims: Json }) => { header: Json; claims: Json; sign?: Signing } | string)
    | null;
  /** Changes what userinfo says. */
  spoilUserinfo: ((claims: Json) => Json) | null;
  /** What the last authorization request asked for. */
  asked: URLSearchParams;
};

/** By what a token is signed: the issuer's key, another's, a shared secret, or nothing at all. */
export type Signing = "own" | "other" | "none";

export const CLIENT = "digital-maturity";
export const CLIENT_SECRET = "only-for-tests-only-for-tests-only";

const keyId = "test-key";
const makeKey = () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const [own, other] = [makeKey(), makeKey()];

/** A key by which a client shows who it is; the issuer is told the public half. */
const clientKey = makeKey().export({ format: "jwk" }) as Json;
export const CLIENT_PRIVATE_KEY = { ...clientKey, kid: "client-key" };

/**
 * A real issuer on this machine (oidc-provider), closed when the test file ends. Whoever comes is signed in as `next`
 * without being asked. `path` makes its name end so, as those of directories do.
 */
export async function startIssuer(
  callback: string,
  { path = "", byKey = false }: { path?: string; byKey?: boolean } = {},
): Promise<TestIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}${path}`;
  const issuer: TestIssuer = {
    url,
    next: { subject: "somebody" },
    spoil: null,
    spoilUserinfo: null,
    asked: new URLSearchParams(),
  };
  const provider = providerOf(issuer, callback, byKey);
  const answer = provider.callback();
  server.on("request", (request, response) => {
    const asked = request.url ?? "";
    if (asked.startsWith("/interaction/")) return void letIn(provider, issuer, request, response);
    // Below a path the issuer is mounted, as behind a directory's name.
    if (path && asked.startsWith(path)) {
      request.url = asked.slice(path.length);
      Object.assign(request, { originalUrl: asked });
    }
    return answer(request, response);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  return issuer;
}

function providerOf(issuer: TestIssuer, callback: string, byKey: boolean): Provider {
  const { alg: _alg, d: _d, ...publicKey } = clientKey as Record<string, unknown>;
  for (const secret of ["p", "q", "dp", "dq", "qi"]) delete publicKey[secret];
  const provider = new Provider(issuer.url, {
    clients: [
      {
        client_id: CLIENT,
        redirect_uris: [callback],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        ...(byKey
          ? {
              token_endpoint_auth_method: "private_key_jwt",
              jwks: { keys: [{ ...publicKey, kid: "client-key", use: "sig", alg: "RS256" }] },
            }
          : { client_secret: CLIENT_SECRET, token_endpoint_auth_method: "client_secret_basic" }),
      },
    ],
    jwks: { keys: [{ ...own.export({ format: "jwk" }), kid: keyId, use: "sig", alg: "RS256" }] },
    cookies: { keys: ["only-for-tests"] },
    acrValues: ["AAL2_OR_AAL3_ANY", "AAL1_ANY", "AAL2_ANY", "AAL3_ANY", "weak", "strong"],
    claims: { openid: ["sub", "amr", "auth_time", "acr", "tid", "email", "authentication_assurance_level"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, ...issuer.next.claims }),
    }),
    // Nobody is asked for consent.
    loadExistingGrant: async (context: {
      oidc: { client: { clientId: string }; session: { accountId: string }; provider: GrantingProvider };
    }) => {
      const { client, session, provider: granting } = context.oidc;
      const grant = new granting.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
      Grant: 600,
    },
  });
  provider.use(async (context, next) => {
    await next();
    const body = context.body as Json | undefined;
    if (context.path.endsWith("/token") && typeof body?.id_token === "string" && issuer.spoil) {
      context.body = { ...body, id_token: spoilt(body.id_token, issuer.spoil) };
    }
    if (context.path.endsWith("/me") && body && issuer.spoilUserinfo)
      context.body = issuer.spoilUserinfo(body);
  });
  return provider;
}

type Grant = { addOIDCScope(scope: string): void; save(): Promise<unknown> };
type GrantingProvider = { Grant: new (for_: { clientId: string; accountId: string }) => Grant };
type InteractiveProvider = {
  interactionDetails(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<{ params: Record<string, string> }>;
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: Json): Promise<void>;
};

async function letIn(
  provider: Provider,
  issuer: TestIssuer,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const interactive = provider as unknown as InteractiveProvider;
  const { params } = await interactive.interactionDetails(request, response);
  issuer.asked = new URLSearchParams(params);
  const { subject, acr, amr } = issuer.next;
  await interactive.interactionFinished(request, response, { login: { accountId: subject, acr, amr } });
}

function spoilt(token: string, spoil: NonNullable<TestIssuer["spoil"]>): string {
  const [header = "", claims = ""] = token.split(".");
  const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString()) as Json;
  const changed = spoil({ header: read(header), claims: read(claims) });
  if (typeof changed === "string") return changed;
  const write = (part: Json) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const signed = `${write(changed.header)}.${write(changed.claims)}`;
  const { sign = "own" } = changed;
  if (sign === "none") return `${signed}.`;
  const key = sign === "own" ? own : other;
  return `${signed}.${createSign("sha256").update(signed).sign(key).toString("base64url")}`;
}

/** The public half of the issuer's key as text: what an attacker would use as the shared secret of HS256. */
export function publicKeyText(): string {
  return createPublicKey(own).export({ format: "pem", type: "spki" }).toString();
}

export const someSubject = () => `subject-${randomUUID()}`;
