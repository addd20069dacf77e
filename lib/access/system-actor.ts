declare const brand: unique symbol;

/**
 * The installation itself, at work inside one organisation and no other: the demo's seed, a job. It stands for no
 * person, so what it writes carries no name, and it asks no permission; unless it acts for somebody who has no role
 * there and was let do this one thing by other means: an administrator who invites a first lead, a newcomer who
 * accepts. Then what it writes carries their name.
 */
export type SystemActor = {
  readonly organisationId: string;
  readonly personId: string | null;
  readonly [brand]: "SystemActor";
};

/** For the seed, jobs and scripts, and for `lib/data` once it has asked. A page or route never acts as the system. */
export function systemActor(organisationId: string, personId: string | null = null): SystemActor {
  return { organisationId, personId } as SystemActor;
}
