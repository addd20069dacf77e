import "server-only";
import { appOrigin } from "@/lib/env";

/**
 * A cookie as it is set everywhere. On https the name begins with `__Host-`: the browser then takes it from this
 * very host alone, over https, for every path. Plain names serve on loopback, where there is no https.
 */
function cookie(name: string) {
  const secure = appOrigin().startsWith("https://");
  return {
    name: secure ? `__Host-${name}` : name,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

/** Holds the token of the session. */
export function sessionCookie() {
  return cookie("maturity-session");
}

/** Holds the other half of the token in the sign-in form. */
export function csrfCookie() {
  return cookie("maturity-csrf");
}

/** next-auth's memory of where to go on to; never let out to the browser. */
export function callbackCookie() {
  return cookie("maturity-callback");
}

/** For the minutes somebody is away at an issuer: what its answer is checked against. */
export function issuerCookies() {
  return {
    state: cookie("maturity-state"),
    nonce: cookie("maturity-nonce"),
    pkceCodeVerifier: cookie("maturity-pkce"),
  };
}

/** For the same minutes: why they went, and where to go on to. Sealed. */
export function errandCookie() {
  return cookie("maturity-errand");
}
