import "server-only";
import { reachableBy, stillStands, type TokenReach } from "@/lib/access/token-reach";
import { isTokenScope, type TokenScope } from "@/lib/access/token-scope";
import { type CurrentUser, organisationsOpenTo } from "@/lib/access/user";
import type { Prisma } from "@/lib/generated/prisma/client";
import { isId } from "./assessment-facts";
import { record } from "./audit";
import { withShared, withTenant } from "./tenant";
import { endReaches } from "./token-reaches";

/** One of a person's own tokens, as the account page lists it. */
export type OwnToken = {
  id: string;
  name: string;
  scopes: TokenScope[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  /** What it reaches now, by name; fewer than it was made for where something ended since. */
  organisations: string[];
};

/** The tokens of the person that work at this moment, the newest first. */
export async function ownTokens(user: CurrentUser, now: Date): Promise<OwnToken[]> {
  const rows = await withShared(user.personId, (tx) =>
    tx.apiToken.findMany({
      where: workingTokens(user, now),
      select: {
        id: true,
        name: true,
        scopes: true,
        createdAt: true,
        expiresAt: true,
        lastUsedAt: true,
        reaches: { where: { endedAt: null }, select: { organisationId: true, roles: true, grantIds: true } },
      },
      orderBy: { createdAt: "desc" },
    }),
  );
  return rows.map(({ reaches, scopes, ...row }) => ({
    ...row,
    scopes: scopes.filter(isTokenScope),
    organisations: namesReached(user, reaches),
  }));
}

/**
 * Ends one of the person's own tokens from its next request on; false where it is not theirs or has ended. The
 * organisations it reached, of those still open to them, have it in their record.
 */
export async function endOwnToken(user: CurrentUser, tokenId: string, now: Date): Promise<boolean> {
  if (!isId(tokenId)) return false;
  const reached = await withShared(user.personId, async (tx) => {
    const token = await tx.apiToken.findFirst({
      where: { ...workingTokens(user, now), id: tokenId },
      select: { reaches: { where: { endedAt: null }, select: { organisationId: true } } },
    });
    const ended = token && (await endThose(tx, user.personId, { personId: user.personId, id: tokenId }, now));
    return ended ? token.reaches : null;
  });
  const open = organisationsOpenTo(user);
  for (const { organisationId } of reached ?? []) {
    if (!open.includes(organisationId)) continue;
    await withTenant(user, { write: organisationId }, (tx) =>
      endReaches(tx, user.personId, { organisationId, personId: user.personId, tokenId }, now),
    );
  }
  return reached !== null;
}

type TokenTransaction = Pick<Prisma.TransactionClient, "apiToken" | "auditEvent">;

/** Ends every token of a person at once: their account is in doubt. The actor is the transaction's. */
export async function endTokensOf(
  tx: TokenTransaction,
  actorId: string | null,
  personId: string,
  now: Date,
): Promise<void> {
  await endThose(tx, actorId, { personId }, now);
}

/** One event for each token that ended. */
async function endThose(
  tx: TokenTransaction,
  actorId: string | null,
  which: { personId: string; id?: string },
  now: Date,
): Promise<number> {
  const working = await tx.apiToken.findMany({ where: { ...which, endedAt: null }, select: { id: true } });
  let ended = 0;
  for (const { id } of working) {
    const { count } = await tx.apiToken.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } });
    ended += count;
    if (count === 0) continue;
    await record(tx, {
      organisationId: null,
      actorId,
      action: "token.ended",
      subject: `token:${id}`,
      detail: { person: which.personId },
    });
  }
  return ended;
}

/** Tokens of a person that were not ended and have not expired. */
export function workingTokens({ personId }: CurrentUser, now: Date) {
  return { personId, endedAt: null, expiresAt: { gt: now } };
}

function namesReached(user: CurrentUser, reaches: readonly TokenReach[]): string[] {
  const standing = reaches.filter((reach) => stillStands(user, reach)).map((reach) => reach.organisationId);
  return reachableBy(user).flatMap(({ id, name }) => (standing.includes(id) ? name : []));
}
