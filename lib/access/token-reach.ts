import { type CurrentUser, grantsIn, rolesIn, withOnly } from "./user";

/** One organisation a token reaches, and what its owner held there when they made it. */
export type TokenReach = {
  readonly organisationId: string;
  readonly roles: readonly string[];
  readonly grantIds: readonly string[];
};

/** What a token made now in this organisation would stand on; null where the person holds nothing there. */
export function reachNow(user: CurrentUser, organisationId: string): TokenReach | null {
  const roles = rolesIn(user, organisationId);
  const grantIds = grantsIn(user, organisationId).map(({ id }) => id);
  return roles.length + grantIds.length > 0 ? { organisationId, roles, grantIds } : null;
}

/** Whether everything a reach stands on is still held: who loses one of it loses the reach. */
export function stillStands(user: CurrentUser, { organisationId, roles, grantIds }: TokenReach): boolean {
  const held: readonly string[] = rolesIn(user, organisationId);
  const given = grantsIn(user, organisationId).map(({ id }) => id);
  return roles.every((role) => held.includes(role)) && grantIds.every((id) => given.includes(id));
}

/**
 * The person as their token may act: in the organisations it still reaches, by the roles and grants it was made on,
 * and never as an administrator. What they were given since is not the token's.
 */
export function withinReach(user: CurrentUser, reaches: readonly TokenReach[]): CurrentUser {
  const standing = new Map(
    reaches.filter((reach) => stillStands(user, reach)).map((reach) => [reach.organisationId, reach]),
  );
  return withOnly(user, {
    membership: ({ organisationId, role }) => standing.get(organisationId)?.roles.includes(role) ?? false,
    grant: ({ organisationId, id }) => standing.get(organisationId)?.grantIds.includes(id) ?? false,
  });
}

/** The organisations a person could let a token reach, by name. */
export function reachableBy(user: CurrentUser): { id: string; odsCode: string; name: string }[] {
  const held = [...user.memberships, ...user.grants].map(
    ({ organisationId: id, odsCode, organisationName: name }) => [id, { id, odsCode, name }] as const,
  );
  const inEnglish = new Intl.Collator("en-GB");
  return [...new Map(held).values()].sort((one, other) => inEnglish.compare(one.name, other.name));
}
