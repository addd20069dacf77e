import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { CIS2_ACR_VALUES, type Claims, discoveryAddress, type Issuer } from "@/lib/access/issuer";

/** What next-auth's client needs of the one behind it, which has no types of its own for it. */
type Tokens = { claims(): Claims };
type Client = { userinfo(tokens: unknown): Promise<Claims> };

/**
 * An issuer as next-auth takes it: authorization code flow with state, nonce and PKCE; nothing is asked for but who it
 * is. The person's e-mail address is not asked for, because it proves nothing here.
 */
export function providerFor(issuer: Issuer): OAuthConfig<Claims> {
  const { id, name, clientId, algorithm, privateKey, maxAgeSeconds } = issuer;
  const clientSecret = "clientSecret" in issuer ? issuer.clientSecret : undefined;
  return {
    id,
    name,
    type: "oauth",
    wellKnown: discoveryAddress(issuer),
    authorization: {
      params: {
        scope: "openid",
        ...(issuer.preset === "cis2" && { acr_values: CIS2_ACR_VALUES }),
        ...(maxAgeSeconds !== undefined && { max_age: maxAgeSeconds }),
      },
    },
    checks: ["state", "nonce", "pkce"],
    idToken: true,
    clientId,
    clientSecret,
    client: {
      // The token's own word for its algorithm is not believed.
      id_token_signed_response_alg: algorithm,
      token_endpoint_auth_method: privateKey ? "private_key_jwt" : "client_secret_basic",
      ...(privateKey && { token_endpoint_auth_signing_alg: algorithm }),
    },
    ...(privateKey && { jwks: { keys: [{ ...privateKey, alg: algorithm, use: "sig" }] } }),
    httpOptions: { timeout: 10_000 },
    userinfo: {
      request: ({ tokens, client }) =>
        claimsOf(issuer, tokens as unknown as Tokens, client as unknown as Client),
    },
    profile: (claims) => ({ id: String(claims.sub ?? "") }),
  };
}

/** CIS2 asks that userinfo be read too; the client refuses one about anybody else than the token is about. */
async function claimsOf(issuer: Issuer, tokens: Tokens, client: Client): Promise<Claims> {
  if (issuer.preset === "cis2") await client.userinfo(tokens);
  return tokens.claims();
}
