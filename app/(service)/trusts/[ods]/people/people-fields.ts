import { z } from "zod";
import type { HeldRole } from "@/lib/access/invitation";
import { isEmail, NO_EMAIL, NO_ROLE, smallLetters } from "@/lib/access/invitation-input";
import { isRole, type MembershipRole } from "@/lib/access/role";
import { dayBoxes, dayIn, dayOrNone } from "@/lib/http/day-boxes";
import type { Wrong } from "@/lib/framework/problem";
import { readTogether } from "@/lib/http/read-fields";

const ods = z.string().max(12);
const id = z.uuid();

/** None, one or several of a group of checkboxes. */
const roles = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().refine(isMembershipRole, "Choose roles from the list")).max(20),
) as z.ZodType<MembershipRole[]>;

const days = { ...dayBoxes("startsOn"), ...dayBoxes("endsOn") };

/** The fields of the form that invites. */
export const invitationFields = readTogether(
  z.object({
    ods,
    key: z.guid().optional(),
    email: z.string().transform(smallLetters).refine(isEmail, NO_EMAIL),
    roles: roles.refine((chosen) => chosen.length > 0, NO_ROLE),
    ...days,
  }),
  ({ ods, key, email, roles, ...typed }, wrong) => ({ ods, key, email, roles, ...daysTyped(typed, wrong) }),
);

/** Names one invitation. */
export const invitationKey = z.object({ ods, invitation: id });

/** Names one of the people. */
export const personKey = z.object({ ods, person: id });

/** The fields of the form that changes what somebody is. */
export const rolesFields = readTogether(
  z.object({ ods, person: id, roles, deputyRoles: roles, ...days }),
  ({ ods, person, roles: always, deputyRoles, ...typed }, wrong) => {
    const deputy = daysTyped(typed, wrong);
    if (deputyRoles.some((role) => always.includes(role)))
      wrong("deputyRoles", "Choose each role either without an end or as deputy");
    if (deputyRoles.length > 0 && dayIn(typed, "endsOn") === null)
      wrong("endsOn", "Enter the last day as deputy");
    const wanted: HeldRole[] = [
      ...always.map((role) => ({ role, startsOn: null, endsOn: null })),
      ...deputyRoles.map((role) => ({ role, ...deputy })),
    ];
    return { ods, person, wanted };
  },
);

/** Whether who makes this change manages the organisation's people after it as well. */
export function stillManages(userId: string, personId: string, wanted: readonly HeldRole[]): boolean {
  return userId !== personId || wanted.some(({ role }) => role === "digital_lead");
}

function isMembershipRole(value: string): boolean {
  return isRole(value) && value !== "administrator";
}

function daysTyped(typed: z.output<z.ZodObject<typeof days>>, wrong: Wrong) {
  return {
    startsOn: dayOrNone(typed, "startsOn", wrong, { of: "for the first day" }),
    endsOn: dayOrNone(typed, "endsOn", wrong, { of: "for the last day" }),
  };
}
