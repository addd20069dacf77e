import { z } from "zod";

/** A signed statement of an issuer about who signed in, as its tokens carry it. */
export type Claims = Readonly<Record<string, unknown>>;

const id = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/, "must be a short name in small letters, such as entra");
const clientId = z.string().min(1, "must be the identifier the issuer gave this service");
const clientSecret = z.string().min(1).optional();
/** A private key as a JWK; the issuer knows the public one. */
const privateKey = z.looseObject({ kty: z.string(), kid: z.string(), d: z.string() }).optional();
/** Only algorithms of two keys: with a shared secret whoever knows it could sign for the issuer. */
const algorithm = z.enum(["RS256", "PS256", "ES256", "ES384"]).default("RS256");
const maxAgeSeconds = z.number().int().min(60).max(86_400).optional();
const address = z
  .string()
  .refine(isSafeAddress, "must be an https address, as the issuer's own documents give it");

const standard = z.strictObject({
  preset: z.literal("standard"),
  id,
  clientId,
  clientSecret,
  privateKey,
  algorithm,
  maxAgeSeconds,
  name: z.string().min(1).max(60),
  issuer: address,
  /** By which claims the issuer says that somebody gave a second factor; none: ours is asked for. */
  strong: z
    .strictObject({ acr: z.array(z.string()).default([]), amr: z.array(z.string()).default([]) })
    .optional(),
});

const entra = z.strictObject({
  preset: z.literal("entra"),
  id,
  clientId,
  clientSecret,
  privateKey,
  algorithm,
  maxAgeSeconds,
  name: z.string().min(1).max(60).default("Microsoft"),
  /** The directories whose people may come in, by their ids. */
  tenants: z.array(z.guid()).min(1),
  authority: address.default("https://login.microsoftonline.com"),
});

const cis2 = z.strictObject({
  preset: z.literal("cis2"),
  id,
  clientId,
  privateKey: privateKey.unwrap(),
  algorithm,
  maxAgeSeconds,
  name: z.string().min(1).max(60).default("NHS CIS2"),
  issuer: address,
});

const issuer = z.preprocess(
  (value) => (typeof value === "object" && value !== null ? { preset: "standard", ...value } : value),
  z.discriminatedUnion("preset", [standard, entra, cis2]),
);

/** The issuers of an installation, as its settings name them. */
export const issuers = z
  .array(issuer)
  .max(10)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "must name each issuer once")
  .refine(
    (all) => all.every(({ id }) => !["demo", "password"].includes(id)),
    "must not be called demo or password",
  )
  .refine(
    (all) =>
      all.every(
        (one) => one.privateKey !== undefined || ("clientSecret" in one && one.clientSecret !== undefined),
      ),
    "must have a clientSecret or a privateKey for each issuer",
  );

/** Another organisation's sign-in that this installation takes people from. */
export type Issuer = z.output<typeof issuers>[number];

/** What CIS2 is asked for, and the least that is taken of what it answers (design 5). */
const CIS2_LEVEL = 2;
export const CIS2_ACR_VALUES = "AAL2_OR_AAL3_ANY";

/** Clocks differ; more than this they must not. */
const SKEW_SECONDS = 60;

/**
 * Why what an issuer says is not taken, as a word for the record; null where it is. For what goes beyond the
 * standard's own checks (signature, audience, nonce, expiry), which were made before.
 */
export function issuerRefusal(issuer: Issuer, claims: Claims, now: Date): string | null {
  if (typeof claims.sub !== "string" || claims.sub === "" || claims.sub.length > 255) return "sub";
  if (!isOwnName(issuer, claims)) return issuer.preset === "entra" ? "tenant" : "iss";
  if (issuer.preset === "cis2" && cis2Level(claims) < CIS2_LEVEL) return "assurance";
  const seconds = now.getTime() / 1000;
  // The client behind next-auth takes a token from the future.
  if (typeof claims.iat !== "number" || claims.iat > seconds + SKEW_SECONDS) return "iat";
  if (typeof claims.auth_time === "number") {
    if (claims.auth_time > seconds + SKEW_SECONDS) return "auth_time";
    const oldest =
      issuer.maxAgeSeconds === undefined ? -Infinity : seconds - issuer.maxAgeSeconds - SKEW_SECONDS;
    if (claims.auth_time < oldest) return "auth_time";
  } else if (issuer.maxAgeSeconds !== undefined) {
    return "auth_time";
  }
  return null;
}

/** Whether the issuer says that the person gave two factors, so that ours need not be asked for. */
export function isStrong(issuer: Issuer, claims: Claims): boolean {
  const methods = Array.isArray(claims.amr) ? claims.amr : [];
  switch (issuer.preset) {
    case "cis2":
      return cis2Level(claims) >= CIS2_LEVEL;
    case "entra":
      return methods.includes("mfa");
    case "standard": {
      const { acr = [], amr = [] } = issuer.strong ?? {};
      return acr.some((value) => value === claims.acr) || amr.some((value) => methods.includes(value));
    }
  }
}

/** Whether a name in a token is this issuer's. */
export function namesItself(issuer: Issuer, iss: string): boolean {
  if (issuer.preset !== "entra") return iss === issuer.issuer;
  return issuer.tenants.some((tenant) => iss === `${issuer.authority}/${tenant}/v2.0`);
}

/** Where the issuer's own description of itself is found. */
export function discoveryAddress(issuer: Issuer): string {
  if (issuer.preset !== "entra")
    return `${issuer.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const [first, ...more] = issuer.tenants;
  // With several directories people choose theirs at Microsoft; which one it was is checked afterwards.
  return `${issuer.authority}/${more.length > 0 ? "organizations" : first}/v2.0/.well-known/openid-configuration`;
}

/** The lower of what CIS2 says of the sign-in in its two ways; 0 where it says nothing. */
function cis2Level({ acr, authentication_assurance_level: level }: Claims): number {
  const said = [
    typeof acr === "string" ? Number(/^AAL([123])(_|$)/.exec(acr)?.[1] ?? NaN) : NaN,
    level === undefined ? NaN : Number(level),
  ].filter((value) => !Number.isNaN(value));
  return said.length > 0 ? Math.min(...said) : 0;
}

function isOwnName(issuer: Issuer, { iss, tid }: Claims): boolean {
  if (typeof iss !== "string" || !namesItself(issuer, iss)) return false;
  return issuer.preset !== "entra" || iss === `${issuer.authority}/${String(tid)}/v2.0`;
}

/** https, or this very machine for tests; no query, no fragment, nobody's name in it. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  const local = protocol === "http:" && ["localhost", "127.0.0.1"].includes(hostname);
  return (protocol === "https:" || local) && !search && !hash && !username;
}
