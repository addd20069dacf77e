import "server-only";
import { createHash, createHmac } from "node:crypto";
import { authSecret } from "@/lib/env";

const ID_BYTES = 16;
const SECRET_BYTES = 32;
type InvitationKey = { organisationId: string | null; id: string };

const nowhere = Buffer.alloc(ID_BYTES);

/**
 * The token in the link of an invitation: where to look for it (an organisation, or nowhere for administrators), then
 * 256 bits made from its id and the installation's secret. So it can be shown again to whoever may pass it on, though
 * only its hash is kept.
 */
export function invitationToken({ organisationId, id }: InvitationKey): string {
  const place = organisationId === null ? nowhere : Buffer.from(organisationId.replaceAll("-", ""), "hex");
  const secret = createHmac("sha256", authSecret()).update(`invitation\0${id}`).digest();
  return Buffer.concat([place, secret]).toString("base64url");
}

/** Where to look for the invitation of a token, and the hash it is known by; null for what cannot be a token. */
export function placeOfToken(token: string): { organisationId: string | null; tokenHash: string } | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== ID_BYTES + SECRET_BYTES) return null;
  const place = bytes.subarray(0, ID_BYTES);
  const organisationId = place.equals(nowhere)
    ? null
    : place.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { organisationId, tokenHash: hashOfToken(token) };
}

/** What is kept of a token. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
