import "server-only";
import { may, mayAdminister } from "@/lib/access/policy";
import { type SystemActor, systemActor } from "@/lib/access/system-actor";
import type { CurrentUser } from "@/lib/access/user";

/**
 * As whom a person manages the people of an organisation: as themselves where a role there lets them, as the
 * installation in their own name where they administer it; null where they may do neither.
 */
export function managingActor(user: CurrentUser, organisationId: string): CurrentUser | SystemActor | null {
  if (may(user, "manage people", organisationId)) return user;
  return mayAdminister(user, "manage accounts") ? systemActor(organisationId, user.personId) : null;
}
