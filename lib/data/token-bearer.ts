import "server-only";
import { withinReach } from "@/lib/access/token-reach";
import { isTokenScope, type TokenScope } from "@/lib/access/token-scope";
import type { CurrentUser } from "@/lib/access/user";
import { userWithoutSession } from "./people";
import { shared, withShared } from "./tenant";
import { hashOfSecret, looksLikeToken } from "./token-secret";

const minute = 60_000;

/** Whom a program acts for, as far as their token lets it. */
export type TokenBearer = { tokenId: string; scopes: readonly TokenScope[]; user: CurrentUser };

/**
 * The person a token stands for, as they may act by it now, or null: unknown, ended or expired. Their roles and grants
 * are read anew with each request, so what they lost counts at once. Its use is written down at most once a minute.
 */
export async function bearerOf(secret: string, now: Date): Promise<TokenBearer | null> {
  if (!looksLikeToken(secret)) return null;
  const found = await shared().apiToken.findFirst({
    where: { tokenHash: hashOfSecret(secret), endedAt: null, expiresAt: { gt: now } },
    select: { id: true, personId: true, scopes: true, lastUsedAt: true },
  });
  if (!found) return null;
  const due = found.lastUsedAt === null || now.getTime() - found.lastUsedAt.getTime() >= minute;
  const reaches = await withShared(found.personId, async (tx) => {
    if (due) await tx.apiToken.updateMany({ where: { id: found.id }, data: { lastUsedAt: now } });
    const token = await tx.apiToken.findUnique({
      where: { id: found.id },
      select: {
        reaches: { where: { endedAt: null }, select: { organisationId: true, roles: true, grantIds: true } },
      },
    });
    return token?.reaches ?? [];
  });
  const user = await userWithoutSession(found.personId, now);
  if (!user) return null;
  return {
    tokenId: found.id,
    scopes: found.scopes.filter(isTokenScope),
    user: withinReach(user, reaches),
  };
}
