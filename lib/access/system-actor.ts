declare const brand: unique symbol;

/**
 * The installation itself, at work inside one organisation and no other: the demo's seed, a job. It stands for no
 * person, so what it writes carries no name, and it asks no permission.
 */
export type SystemActor = { readonly organisationId: string; readonly [brand]: "SystemActor" };

/** For the seed, jobs and scripts. A page or route never acts as the system. */
export function systemActor(organisationId: string): SystemActor {
  return { organisationId } as SystemActor;
}
