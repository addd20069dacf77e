import { z } from "zod";
import type { HeldRole } from "@/lib/access/invitation";
import { isRole, type MembershipRole } from "@/lib/access/role";
import { dayTyped } from "@/lib/http/typed-day";

const ods = z.string().max(12);
const id = z.uuid();
const part = z.string().trim().max(10).default("");
const NO_DAY = "Enter a real date, such as 31 3 2027, or leave all three boxes empty";

/** None, one or several of a group of checkboxes. */
const roles = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().refine(isMembershipRole, "Choose roles from the list")).max(20),
) as z.ZodType<MembershipRole[]>;

const days = {
  "startsOn-day": part,
  "startsOn-month": part,
  "startsOn-year": part,
  "endsOn-day": part,
  "endsOn-month": part,
  "endsOn-year": part,
};

type TypedDays = Record<keyof typeof days, string>;
type DayName = "startsOn" | "endsOn";

/** The fields of the form that invites. */
export const invitationFields = z
  .object({ ods, key: z.guid().optional(), email: z.string().max(320), roles, ...days })
  .superRefine(realDays)
  .transform((typed) => ({
    ods: typed.ods,
    key: typed.key,
    email: typed.email,
    roles: typed.roles,
    ...daysIn(typed),
  }));

/** Names one invitation. */
export const invitationKey = z.object({ ods, invitation: id });

/** Names one of the people. */
export const personKey = z.object({ ods, person: id });

/** The fields of the form that changes what somebody is. */
export const rolesFields = z
  .object({ ods, person: id, roles, deputyRoles: roles, ...days })
  .superRefine(realDays)
  .superRefine(({ roles: always, deputyRoles, ...typed }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (deputyRoles.some((role) => always.includes(role))) {
      wrong("deputyRoles", "Choose each role either without an end or as deputy");
    }
    if (deputyRoles.length > 0 && dayIn(typed, "endsOn") === null) {
      wrong("endsOn", "Enter the last day as deputy");
    }
  })
  .transform(({ ods: code, person, roles: always, deputyRoles, ...typed }) => {
    const wanted: HeldRole[] = [
      ...always.map((role) => ({ role, startsOn: null, endsOn: null })),
      ...deputyRoles.map((role) => ({ role, ...daysIn(typed) })),
    ];
    return { ods: code, person, wanted };
  });

/** Whether who makes this change manages the organisation's people after it as well. */
export function stillManages(userId: string, personId: string, wanted: readonly HeldRole[]): boolean {
  return userId !== personId || wanted.some(({ role }) => role === "digital_lead");
}

function isMembershipRole(value: string): boolean {
  return isRole(value) && value !== "administrator";
}

function realDays(typed: TypedDays, context: z.RefinementCtx): void {
  for (const name of ["startsOn", "endsOn"] as const) {
    if (dayIn(typed, name) === undefined) {
      context.addIssue({ code: "custom", path: [name], message: NO_DAY });
    }
  }
}

function daysIn(typed: TypedDays): { startsOn: Date | null; endsOn: Date | null } {
  return { startsOn: dayIn(typed, "startsOn") ?? null, endsOn: dayIn(typed, "endsOn") ?? null };
}

function dayIn(typed: TypedDays, name: DayName): Date | null | undefined {
  return dayTyped({
    day: typed[`${name}-day`],
    month: typed[`${name}-month`],
    year: typed[`${name}-year`],
  });
}
