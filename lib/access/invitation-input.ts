import { z } from "zod";
import type { OrganisationKind } from "./organisation-kind";
import { type MembershipRole, rolesFor } from "./role";

/** Whom to invite as what; the days are a deputy's first and last, both counted. */
export type InvitationInput = {
  email: string;
  roles: readonly MembershipRole[];
  startsOn: Date | null;
  endsOn: Date | null;
};

/** What is wrong, and with which field of the form. */
export type InvitationFault = { field: "email" | "roles" | "endsOn"; message: string };

export const NO_EMAIL = "Enter an email address in the correct format, like name@example.nhs.uk";
export const NO_ROLE = "Choose at least one role";

/** The first thing wrong with an invitation into an organisation of this kind, on this day; null when it can be sent. */
export function faultIn(
  { email, roles, ...days }: InvitationInput,
  kind: OrganisationKind,
  today: Date,
): InvitationFault | null {
  if (!isEmail(email)) return { field: "email", message: NO_EMAIL };
  const message = faultInRoles(roles, kind);
  if (message) return { field: "roles", message };
  const wrongDays = faultInDays(days, today);
  return wrongDays === null ? null : { field: "endsOn", message: wrongDays };
}

/** What is wrong with the roles somebody is to have in an organisation of this kind, or null. */
export function faultInRoles(roles: readonly MembershipRole[], kind: OrganisationKind): string | null {
  if (roles.length === 0) return NO_ROLE;
  return roles.every((role) => rolesFor(kind).includes(role))
    ? null
    : "Choose roles that this kind of organisation has";
}

/** What is wrong with the days of a deputy, or null. */
export function faultInDays(
  { startsOn, endsOn }: { startsOn: Date | null; endsOn: Date | null },
  today: Date,
): string | null {
  if (endsOn && startsOn && endsOn < startsOn) return "The last day must be the first day or later";
  return endsOn && endsOn < today ? "The last day must be today or later" : null;
}

/** An email address as it is kept and compared. */
export function smallLetters(email: string): string {
  return email.trim().toLowerCase();
}

/** True for one address of a length that mail servers take. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && z.email().safeParse(text).success;
}
