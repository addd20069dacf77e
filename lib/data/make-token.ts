import "server-only";
import { randomUUID } from "node:crypto";
import { reachNow, type TokenReach } from "@/lib/access/token-reach";
import { tokenLives, type TokenScope } from "@/lib/access/token-scope";
import type { CurrentUser } from "@/lib/access/user";
import { workingTokens } from "./api-tokens";
import { record } from "./audit";
import { withShared, withTenant } from "./tenant";
import { hashOfSecret, newTokenSecret } from "./token-secret";

const day = 24 * 60 * 60_000;

/** The most tokens somebody can have at work at once, and the longest name of one. */
export const MOST_TOKENS = 20;
export const TOKEN_NAME_LIMIT = 100;

export type NewToken = {
  name: string;
  scopes: readonly TokenScope[];
  organisationIds: readonly string[];
  days: number;
};

export type MakeOutcome =
  | { kind: "made"; id: string; secret: string; expiresAt: Date }
  /** An organisation is not the person's to reach, the life is not one that can be chosen, or something is missing. */
  | { kind: "invalid" }
  | { kind: "too_many" };

/**
 * Makes a token and returns it, this once. It first reaches nothing; then each organisation is let in, with an event in
 * that organisation's own record. One whose making was cut off half-way was never shown to anybody.
 */
export async function makeToken(user: CurrentUser, wanted: NewToken, now: Date): Promise<MakeOutcome> {
  const reaches = [...new Set(wanted.organisationIds)].map((id) => reachNow(user, id));
  const scopes = [...new Set(wanted.scopes)];
  const name = wanted.name.trim();
  const known = (tokenLives as readonly number[]).includes(wanted.days);
  if (
    !known ||
    name === "" ||
    name.length > TOKEN_NAME_LIMIT ||
    scopes.length === 0 ||
    reaches.length === 0
  ) {
    return { kind: "invalid" };
  }
  if (!reaches.every((reach): reach is TokenReach => reach !== null)) return { kind: "invalid" };
  const id = randomUUID();
  const secret = newTokenSecret();
  const expiresAt = new Date(now.getTime() + wanted.days * day);
  const until = expiresAt.toISOString();
  const added = await withShared(user.personId, async (tx) => {
    const working = await tx.apiToken.count({ where: workingTokens(user, now) });
    if (working >= MOST_TOKENS) return false;
    await tx.apiToken.create({
      data: {
        id,
        personId: user.personId,
        name,
        scopes,
        createdAt: now,
        expiresAt,
        tokenHash: hashOfSecret(secret),
      },
      select: { id: true },
    });
    const event = { organisationId: null, actorId: user.personId, action: "token.made" } as const;
    await record(tx, { ...event, subject: `token:${id}`, detail: { scopes: scopes.join(" "), until } });
    return true;
  });
  if (!added) return { kind: "too_many" };
  for (const { organisationId, roles, grantIds } of reaches) {
    await withTenant(user, { write: organisationId }, async (tx) => {
      const reach = { organisationId, tokenId: id, personId: user.personId };
      await tx.apiTokenReach.create({
        data: { ...reach, roles: [...roles], grantIds: [...grantIds] },
        select: { tokenId: true },
      });
      const event = { organisationId, actorId: user.personId, action: "token.let_in" } as const;
      await record(tx, { ...event, subject: `token:${id}`, detail: { scopes: scopes.join(" "), until } });
    });
  }
  return { kind: "made", id, secret, expiresAt };
}
