import "server-only";
import { may, type Permission } from "@/lib/access/policy";
import { type CurrentUser, organisationsOpenTo } from "@/lib/access/user";
import { shared } from "./tenant";

/** Another trust of whoever may do the same in both. */
export type TrustBeside = { organisationId: string; odsCode: string; name: string };

/** Where something can be copied to, and the id of what stands there of it already. */
export type CopyPlace = TrustBeside & { copy: string | null };

export type CopyOutcome =
  | { kind: "copied"; to: TrustBeside; id: string }
  /** It is there already. */
  | { kind: "there"; to: TrustBeside }
  | { kind: "not_found" };

/** The trusts with what stands in each already. */
export function withCopies(
  trusts: readonly TrustBeside[],
  standing: readonly { id: string; organisationId: string }[],
): CopyPlace[] {
  return trusts.map((trust) => ({
    ...trust,
    copy: standing.find(({ organisationId }) => organisationId === trust.organisationId)?.id ?? null,
  }));
}

/**
 * The other trusts where the person may do this as well, by name: those of a group they lead. Of its own kind alone: a
 * practice is asked other questions under the same numbers, and a group itself, where its lead is at home, is asked none.
 */
export async function trustsBeside(
  user: CurrentUser,
  organisationId: string,
  permission: Permission,
): Promise<TrustBeside[]> {
  const ids = organisationsOpenTo(user).filter((id) => may(user, permission, id));
  if (ids.length < 2 || !ids.includes(organisationId)) return [];
  const rows = await shared().organisation.findMany({
    where: { id: { in: ids }, kind: { in: ["trust", "gp_practice"] } },
    select: { id: true, odsCode: true, name: true, kind: true },
  });
  const here = rows.find(({ id }) => id === organisationId);
  const byName = new Intl.Collator("en-GB");
  return rows
    .filter(({ id, kind }) => id !== organisationId && kind === here?.kind)
    .map(({ id, odsCode, name }) => ({ organisationId: id, odsCode, name }))
    .sort((one, other) => byName.compare(one.name, other.name));
}
