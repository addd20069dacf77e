import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { shared, type SharedTransaction } from "./tenant";

/** What a link sent by e-mail does. */
export type LinkPurpose = "password_reset" | "email_from_old" | "email_from_new";

const minute = 60_000;

/** How long a link works. */
const LIFE: Readonly<Record<LinkPurpose, number>> = {
  password_reset: 60 * minute,
  email_from_old: 24 * 60 * minute,
  email_from_new: 24 * 60 * minute,
};

/** A link as the database knows it; its token is in the mail alone. */
export type FoundLink = { purpose: LinkPurpose; personId: string; email: string | null };

/** Makes a token for a link, in place of all the person has for this purpose, and returns it: 256 random bits. */
export async function newLinkToken(
  tx: SharedTransaction,
  { purpose, personId, email = null }: { purpose: LinkPurpose; personId: string; email?: string | null },
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.singleUseToken.deleteMany({ where: { personId, purpose } });
  await tx.singleUseToken.createMany({
    data: [
      {
        tokenHash: hashOf(token),
        purpose,
        personId,
        email,
        createdAt: now,
        expiresAt: new Date(now.getTime() + LIFE[purpose]),
      },
    ],
  });
  return token;
}

/** What a link would do now; null where it was used, has expired, or never was. */
export async function findLink(token: string, now: Date): Promise<FoundLink | null> {
  const found = await shared().singleUseToken.findFirst({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: now } },
    select: { purpose: true, personId: true, email: true },
  });
  return found && { ...found, purpose: found.purpose as LinkPurpose };
}

/** Uses a link up; false where somebody else was first, or it no longer works. */
export async function useLinkUp(tx: SharedTransaction, token: string, now: Date): Promise<boolean> {
  const used = await tx.singleUseToken.updateMany({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return used.count === 1;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
