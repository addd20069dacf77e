import { z } from "zod";
import { besideChoices } from "@/lib/access/grant";
import { isEmail, NO_EMAIL } from "@/lib/access/invitation-input";
import { dayBoxes, dayIn } from "@/lib/http/day-boxes";
import type { Wrong } from "@/lib/framework/problem";
import { readTogether } from "@/lib/http/read-fields";

const ods = z.string().max(12);
const key = z.guid().optional();
const lastDay = dayBoxes("endsOn");

const email = z.string().trim().max(320);
const beside = z.enum(besideChoices, "Say whether your results may stand beside others’");
const seesResults = z.enum(["results", "answers"], "Choose what they may see");
const seesLevels = z.enum(["levels", "answers"], "Choose what they may see");

/** The fields of the form that gives a consultancy access. */
export const consultancyFields = readTogether(
  z.object({
    ods,
    key,
    receiver: z.string().min(1, "Choose a consultancy"),
    email: email.refine((text) => text === "" || isEmail(text), NO_EMAIL),
    scope: seesResults,
    beside,
    ...lastDay,
  }),
  ({ receiver: receiverId, ...typed }, wrong) => {
    const { ods, key, scope, beside } = typed;
    return {
      ods,
      key,
      receiverId,
      email: typed.email || null,
      scope,
      beside,
      endsOn: lastDayOf(typed, wrong),
    };
  },
);

/** The fields of the form that asks a guest to review. */
export const guestFields = readTogether(
  z.object({
    ods,
    key,
    round: z.string().min(1, "Choose a round"),
    email: email.refine(isEmail, NO_EMAIL),
    scope: seesLevels,
    ...lastDay,
  }),
  ({ round: assessmentId, ...typed }, wrong) => {
    const { ods, key, email, scope } = typed;
    return { ods, key, assessmentId, email, scope, endsOn: lastDayOf(typed, wrong) };
  },
);

/** The field of the form that makes a group the trust's lead. */
export const groupFields = z.object({ ods, key, receiver: z.string().min(1, "Choose a group") });

/** Names one grant. */
export const grantKey = z.object({ ods, grant: z.uuid() });

/** The fields of the form that changes what was given; which of them count is the kind's to say. */
export const changeFields = readTogether(
  z.object({
    ods,
    grant: z.uuid(),
    scope: z.enum(["results", "answers", "levels"], "Choose what they may see"),
    beside: beside.default("no"),
    ...lastDay,
  }),
  (typed, wrong) => {
    const { ods, grant, scope, beside } = typed;
    return { ods, grant, change: { scope, beside, endsOn: lastDayOf(typed, wrong) } };
  },
);

/** Yes or no to sharing with the system. */
export const choiceFields = z.object({ ods, share: z.enum(["yes", "no"], "Choose yes or no") });

function lastDayOf(typed: z.output<z.ZodObject<typeof lastDay>>, wrong: Wrong): Date {
  const day = dayIn(typed, "endsOn");
  if (!day) wrong("endsOn", "Enter the last day of access, such as 31 3 2027");
  return day ?? new Date(0);
}
