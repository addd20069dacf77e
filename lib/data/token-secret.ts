import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** How every token begins, so that whoever finds one knows what it is, and scanners for leaked secrets find it. */
const PREFIX = "dmat_";
const SECRET_BYTES = 32;
/** A tail made from the rest: what was cut off or mistyped is refused without asking the database. */
const TAIL = 8;

/** A new token: 256 random bits in letters that need no escaping anywhere. docs/api.md gives its pattern. */
export function newTokenSecret(): string {
  const body = PREFIX + randomBytes(SECRET_BYTES).toString("hex");
  return body + tailOf(body);
}

/** Whether a text could be a token at all. */
export function looksLikeToken(text: string): boolean {
  return /^dmat_[0-9a-f]{72}$/.test(text) && tailOf(text.slice(0, -TAIL)) === text.slice(-TAIL);
}

/** What is kept of a token. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function tailOf(body: string): string {
  return hashOfSecret(`tail\0${body}`).slice(0, TAIL);
}
