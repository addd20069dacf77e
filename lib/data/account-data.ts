import "server-only";
import type { CurrentUser } from "@/lib/access/user";
import { record } from "./audit";
import { shared, withShared } from "./tenant";

/**
 * What the product holds about a person, for them to take away. Who they are, how they sign in and what they belong
 * to; of secrets only that they are there. What they did in a trust stands in that trust's own record, which belongs to
 * the trust.
 */
export type AccountData = {
  format: "digital-maturity/account@1";
  madeAt: string;
  person: { id: string; name: string; email: string | null; jobTitle: string | null; addedAt: string };
  roles: { organisation: string; odsCode: string; role: string }[];
  administrator: boolean;
  password: { changedAt: string } | null;
  secondFactor: { setUpAt: string; recoveryCodesLeft: number } | null;
  otherIssuers: { issuer: string; subject: string; linkedAt: string; lastUsedAt: string | null }[];
  sessions: {
    startedAt: string;
    lastUsedAt: string;
    endedAt: string | null;
    way: string | null;
    browser: string | null;
  }[];
  tokens: {
    name: string;
    scopes: string[];
    madeAt: string;
    worksUntil: string;
    lastUsedAt: string | null;
    endedAt: string | null;
  }[];
};

/** Reads it all, and notes that it was taken. */
export async function accountData(user: CurrentUser, now: Date): Promise<AccountData> {
  const person = await shared().person.findUniqueOrThrow({
    where: { id: user.personId },
    select: {
      id: true,
      name: true,
      email: true,
      jobTitle: true,
      createdAt: true,
      credential: { select: { changedAt: true } },
      secondFactor: { select: { confirmedAt: true } },
      recoveryCodes: { where: { usedAt: null }, select: { personId: true } },
      identities: {
        select: { issuer: true, subject: true, linkedAt: true, lastUsedAt: true },
        orderBy: { linkedAt: "asc" },
      },
      sessions: {
        where: { assured: true },
        select: { createdAt: true, lastSeenAt: true, endedAt: true, way: true, browser: true },
        orderBy: { createdAt: "desc" },
      },
      apiTokens: {
        select: {
          name: true,
          scopes: true,
          createdAt: true,
          expiresAt: true,
          lastUsedAt: true,
          endedAt: true,
        },
        orderBy: { createdAt: "desc" },
      },
    },
  });
  await withShared(user.personId, (tx) =>
    record(tx, {
      organisationId: null,
      actorId: user.personId,
      action: "account.exported",
      subject: `person:${user.personId}`,
    }),
  );
  const { createdAt, credential, secondFactor, recoveryCodes, identities, ...rest } = person;
  const { sessions, apiTokens, ...facts } = rest;
  return {
    format: "digital-maturity/account@1",
    madeAt: now.toISOString(),
    person: { ...facts, addedAt: createdAt.toISOString() },
    roles: user.memberships.map((held) => ({
      organisation: held.organisationName,
      odsCode: held.odsCode,
      role: held.role,
    })),
    administrator: user.administrator,
    password: credential && { changedAt: credential.changedAt.toISOString() },
    secondFactor: secondFactor && {
      setUpAt: secondFactor.confirmedAt.toISOString(),
      recoveryCodesLeft: recoveryCodes.length,
    },
    otherIssuers: identities.map(({ linkedAt, lastUsedAt, ...known }) => ({
      ...known,
      linkedAt: linkedAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    sessions: sessions.map(({ createdAt: startedAt, lastSeenAt, endedAt, ...session }) => ({
      startedAt: startedAt.toISOString(),
      lastUsedAt: lastSeenAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      ...session,
    })),
    tokens: apiTokens.map(({ name, scopes, createdAt: madeAt, expiresAt, lastUsedAt, endedAt }) => ({
      name,
      scopes,
      madeAt: madeAt.toISOString(),
      worksUntil: expiresAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
    })),
  };
}
