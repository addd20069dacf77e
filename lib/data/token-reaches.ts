import "server-only";
import { may } from "@/lib/access/policy";
import { isTokenScope, type TokenScope } from "@/lib/access/token-scope";
import type { CurrentUser } from "@/lib/access/user";
import type { Prisma } from "@/lib/generated/prisma/client";
import { isId } from "./assessment-facts";
import { record } from "./audit";
import { namesOf } from "./people";
import { withTenant } from "./tenant";

/** A token of somebody that reaches an organisation, as its leads see it. */
export type ReachingToken = {
  id: string;
  name: string;
  owner: string;
  scopes: TokenScope[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
};

/** The tokens by which programs reach an organisation now, the newest first; null where it is not the user's to see. */
export async function tokensReaching(
  user: CurrentUser,
  organisationId: string,
  now: Date,
): Promise<ReachingToken[] | null> {
  if (!may(user, "manage people", organisationId)) return null;
  const rows = await withTenant(user, {}, (tx) =>
    tx.apiTokenReach.findMany({
      where: { organisationId, endedAt: null, token: { endedAt: null, expiresAt: { gt: now } } },
      select: {
        personId: true,
        token: {
          select: {
            id: true,
            name: true,
            scopes: true,
            createdAt: true,
            expiresAt: true,
            lastUsedAt: true,
          },
        },
      },
      orderBy: { token: { createdAt: "desc" } },
    }),
  );
  const names = await namesOf(rows.map(({ personId }) => personId));
  return rows.map(({ personId, token }) => ({
    ...token,
    scopes: token.scopes.filter(isTokenScope),
    owner: names.get(personId) ?? "A former colleague",
  }));
}

/** Ends what a token reaches in one organisation, from its next request on; false where there is nothing to end. */
export async function endReach(
  user: CurrentUser,
  organisationId: string,
  tokenId: string,
  now: Date,
): Promise<boolean> {
  if (!may(user, "manage people", organisationId) || !isId(tokenId)) return false;
  return withTenant(user, { write: organisationId }, async (tx) => {
    const ended = await endThose(tx, user.personId, { organisationId, tokenId }, now);
    return ended > 0;
  });
}

/**
 * Ends what all of a person's tokens reach in an organisation, or one of them, inside a transaction that writes to it.
 * Who may is the caller's to ask.
 */
export async function endReaches(
  tx: ReachTransaction,
  actorId: string | null,
  { organisationId, personId, tokenId }: { organisationId: string; personId: string; tokenId?: string },
  now: Date,
): Promise<void> {
  await endThose(tx, actorId, { organisationId, personId, ...(tokenId && { tokenId }) }, now);
}

type ReachTransaction = Pick<Prisma.TransactionClient, "apiTokenReach" | "auditEvent">;

/** One event for each reach that ended. */
async function endThose(
  tx: ReachTransaction,
  actorId: string | null,
  which: { organisationId: string; personId?: string; tokenId?: string },
  now: Date,
): Promise<number> {
  const standing = await tx.apiTokenReach.findMany({
    where: { ...which, endedAt: null },
    select: { tokenId: true, personId: true },
  });
  let ended = 0;
  for (const { tokenId, personId } of standing) {
    const { organisationId } = which;
    const { count } = await tx.apiTokenReach.updateMany({
      where: { organisationId, tokenId, endedAt: null },
      data: { endedAt: now },
    });
    ended += count;
    if (count === 0) continue;
    await record(tx, {
      organisationId,
      actorId,
      action: "token.ended",
      subject: `token:${tokenId}`,
      detail: { person: personId },
    });
  }
  return ended;
}
