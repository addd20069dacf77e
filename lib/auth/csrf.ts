import "server-only";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { authSecret } from "@/lib/env";

/** A new token for the sign-in form, sealed for its cookie in the way next-auth checks it: `token|hash`. */
export function newCsrfCookie(): string {
  const token = randomBytes(32).toString("hex");
  return `${token}|${hashOf(token)}`;
}

/** The token in a cookie of ours, or null where the cookie is missing or not ours. */
export function csrfTokenIn(cookie: string | undefined): string | null {
  const [token, hash, ...rest] = (cookie ?? "").split("|");
  if (!token || !hash || rest.length > 0) return null;
  const expected = Buffer.from(hashOf(token));
  const given = Buffer.from(hash);
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function hashOf(token: string): string {
  return createHash("sha256").update(`${token}${authSecret()}`).digest("hex");
}
