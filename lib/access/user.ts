import type { UserGrant } from "./grant";
import type { Role } from "./role";

declare const brand: unique symbol;

export interface UserMembership {
  readonly organisationId: string;
  readonly odsCode: string;
  readonly organisationName: string;
  readonly role: Role;
}

export interface UserFacts {
  readonly personId: string;
  readonly name: string;
  /** The session the person came with; null when they act without a browser (the demo's seed). */
  readonly sessionId: string | null;
  /** True where this is only fetched ahead of a click: nobody looks yet, so nothing is noted. */
  readonly ahead?: boolean;
  /** True for who runs the installation. It opens no organisation's answers. */
  readonly administrator: boolean;
  readonly memberships: readonly UserMembership[];
  /** What other organisations gave this person for a time and stands now. */
  readonly grants: readonly UserGrant[];
}

/**
 * The person an action is done by, with the memberships and grants that stood when it began. Branded: it is made only
 * from what the database holds (`lib/data/sessions`, `lib/data/people`), so whoever has one has been checked.
 */
export type CurrentUser = UserFacts & { readonly [brand]: "CurrentUser" };

/** Brands facts read from the database. For `lib/data` and tests; pages take `requireUser()`. */
export function asCurrentUser(facts: UserFacts): CurrentUser {
  return facts as CurrentUser;
}

/** The roles a person holds in one organisation; none means it is not theirs to see. */
export function rolesIn(user: CurrentUser, organisationId: string): readonly Role[] {
  return user.memberships.filter((held) => held.organisationId === organisationId).map((held) => held.role);
}

/** The grants a person holds from one organisation. */
export function grantsIn(user: CurrentUser, organisationId: string): readonly UserGrant[] {
  return user.grants.filter((held) => held.organisationId === organisationId);
}

/** The code and name of an organisation that a person belongs to or was let in to; null for every other. */
export function organisationHeld(
  user: CurrentUser,
  organisationId: string,
): { odsCode: string; name: string } | null {
  const held = [...user.memberships, ...user.grants].find((each) => each.organisationId === organisationId);
  return held ? { odsCode: held.odsCode, name: held.organisationName } : null;
}

/** Every organisation whose rows a person may reach at all: their own, and those that gave them something. */
export function organisationsOpenTo(user: CurrentUser): string[] {
  return [...new Set([...user.memberships, ...user.grants].map(({ organisationId }) => organisationId))];
}

/** The same person, whose page is only fetched ahead of a click. */
export function fetchedAhead(user: CurrentUser): CurrentUser {
  return asCurrentUser({ ...user, ahead: true });
}

/** The same person with less, and in no session: it can only take away what they hold. Never an administrator. */
export function withOnly(
  user: CurrentUser,
  keeps: { membership: (held: UserMembership) => boolean; grant: (held: UserGrant) => boolean },
): CurrentUser {
  return asCurrentUser({
    ...user,
    sessionId: null,
    administrator: false,
    memberships: user.memberships.filter(keeps.membership),
    grants: user.grants.filter(keeps.grant),
  });
}
