import { z } from "zod";
import { besideChoices } from "@/lib/access/grant";
import { isEmail, NO_EMAIL } from "@/lib/access/invitation-input";
import { together } from "@/lib/http/read-fields";
import { dayTyped } from "@/lib/http/typed-day";

const ods = z.string().max(12);
const key = z.guid().optional();
const part = z.string().trim().max(10).default("");
const lastDay = { "endsOn-day": part, "endsOn-month": part, "endsOn-year": part };
type LastDay = Record<keyof typeof lastDay, string>;

const email = z.string().trim().max(320);
const beside = z.enum(besideChoices, "Say whether your results may stand beside others’");
const seesResults = z.enum(["results", "answers"], "Choose what they may see");
const seesLevels = z.enum(["levels", "answers"], "Choose what they may see");

/** The fields of the form that gives a consultancy access. */
export const consultancyFields = z
  .object({
    ods,
    key,
    receiver: z.string().min(1, "Choose a consultancy"),
    email: email.refine((text) => text === "" || isEmail(text), NO_EMAIL),
    scope: seesResults,
    beside,
    ...lastDay,
  })
  .refine(hasLastDay, noLastDay())
  .transform((typed) => ({
    ods: typed.ods,
    key: typed.key,
    receiverId: typed.receiver,
    email: typed.email || null,
    scope: typed.scope,
    beside: typed.beside,
    endsOn: lastDayOf(typed),
  }));

/** The fields of the form that asks a guest to review. */
export const guestFields = z
  .object({
    ods,
    key,
    round: z.string().min(1, "Choose a round"),
    email: email.refine(isEmail, NO_EMAIL),
    scope: seesLevels,
    ...lastDay,
  })
  .refine(hasLastDay, noLastDay())
  .transform((typed) => ({
    ods: typed.ods,
    key: typed.key,
    assessmentId: typed.round,
    email: typed.email,
    scope: typed.scope,
    endsOn: lastDayOf(typed),
  }));

/** The field of the form that makes a group the trust's lead. */
export const groupFields = z.object({ ods, key, receiver: z.string().min(1, "Choose a group") });

/** Names one grant. */
export const grantKey = z.object({ ods, grant: z.uuid() });

/** The fields of the form that changes what was given; which of them count is the kind's to say. */
export const changeFields = z
  .object({
    ods,
    grant: z.uuid(),
    scope: z.enum(["results", "answers", "levels"], "Choose what they may see"),
    beside: beside.default("no"),
    ...lastDay,
  })
  .refine(hasLastDay, noLastDay())
  .transform((typed) => ({
    ods: typed.ods,
    grant: typed.grant,
    change: { scope: typed.scope, beside: typed.beside, endsOn: lastDayOf(typed) },
  }));

/** Yes or no to sharing with the system. */
export const choiceFields = z.object({ ods, share: z.enum(["yes", "no"], "Choose yes or no") });

function lastDayOf(typed: LastDay): Date {
  return dayOf(typed) ?? new Date(0);
}

function hasLastDay(typed: LastDay): boolean {
  return Boolean(dayOf(typed));
}

function dayOf(typed: LastDay): Date | null | undefined {
  return dayTyped({ day: typed["endsOn-day"], month: typed["endsOn-month"], year: typed["endsOn-year"] });
}

function noLastDay() {
  return { path: ["endsOn"], message: "Enter the last day of access, such as 31 3 2027", ...together };
}
