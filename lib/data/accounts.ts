import "server-only";
import { z } from "zod";
import type { HeldRole } from "@/lib/access/invitation";
import { mayAdminister } from "@/lib/access/policy";
import type { MembershipRole } from "@/lib/access/role";
import type { CurrentUser } from "@/lib/access/user";
import { endTokensOf } from "./api-tokens";
import { record } from "./audit";
import { type ListPage, listPage } from "./list-page";
import { literally } from "./searched-words";
import { standingAt } from "./memberships";
import { endSessionsOf } from "./session-list";
import { shared, withShared, withTenant } from "./tenant";

// Accounts as administrators see them: who somebody is and where they belong. Never what they answered.

export type ListedAccount = { id: string; name: string; email: string | null; jobTitle: string | null };

/** The accounts whose name or address has the words in it, a page of them by name; null for who may not see them. */
export async function listAccounts(
  user: CurrentUser,
  { words, page }: { words: string; page: number },
): Promise<(ListPage & { accounts: ListedAccount[]; total: number }) | null> {
  if (!mayAdminister(user, "manage accounts")) return null;
  const contains = literally(words);
  const where = contains ? { OR: [{ name: contains }, { email: contains }] } : {};
  const total = await shared().person.count({ where });
  const { rows, ...shown } = listPage(total, page);
  const accounts = await shared().person.findMany({
    where,
    select: { id: true, name: true, email: true, jobTitle: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...rows,
  });
  return { accounts, total, ...shown };
}

export type Account = ListedAccount & {
  administrator: boolean;
  since: Date;
  lastSignIn: Date | null;
  places: { odsCode: string; name: string; roles: HeldRole[] }[];
};

/**
 * One account with where it belongs; null where there is none or it is not the user's to see. That an administrator
 * looked at somebody is on record.
 */
export async function accountOf(user: CurrentUser, personId: string, now: Date): Promise<Account | null> {
  if (!mayAdminister(user, "manage accounts") || !z.uuid().safeParse(personId).success) return null;
  return withTenant(user, {}, async (tx) => {
    const person = await tx.person.findUnique({
      where: { id: personId },
      select: {
        id: true,
        name: true,
        email: true,
        jobTitle: true,
        createdAt: true,
        administrator: { select: { endedAt: true } },
      },
    });
    if (!person) return null;
    const event = { organisationId: null, actorId: user.personId, subject: `person:${personId}` };
    if (!user.ahead) await record(tx, { ...event, action: "account.viewed" });
    const rows = await tx.membership.findMany({
      where: { personId, ...standingAt(now) },
      select: {
        role: true,
        startsOn: true,
        endsOn: true,
        organisation: { select: { odsCode: true, name: true } },
      },
      orderBy: [{ organisation: { name: "asc" } }, { role: "asc" }],
    });
    const places = new Map<string, Account["places"][number]>();
    for (const { role, startsOn, endsOn, organisation } of rows) {
      const place = places.get(organisation.odsCode) ?? { ...organisation, roles: [] };
      place.roles.push({ role: role as MembershipRole, startsOn, endsOn });
      places.set(organisation.odsCode, place);
    }
    const last = await tx.session.findFirst({
      where: { personId, assured: true },
      select: { createdAt: true },
      orderBy: { createdAt: "desc" },
    });
    const { administrator, createdAt, ...facts } = person;
    return {
      ...facts,
      since: createdAt,
      lastSignIn: last?.createdAt ?? null,
      administrator: administrator !== null && administrator.endedAt === null,
      places: [...places.values()],
    };
  });
}

/** Signs an account out everywhere and ends its tokens, from its next request on; false where it is not the user's to decide. */
export async function endSessionsOfAccount(user: CurrentUser, personId: string, now: Date): Promise<boolean> {
  if (!mayAdminister(user, "manage accounts") || !z.uuid().safeParse(personId).success) return false;
  return withShared(user.personId, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: personId }, select: { id: true } });
    if (!person) return false;
    await endSessionsOf(tx, user.personId, personId, now);
    await endTokensOf(tx, user.personId, personId, now);
    const event = { organisationId: null, actorId: user.personId, subject: `person:${personId}` };
    await record(tx, { ...event, action: "account.signed_out" });
    return true;
  });
}
