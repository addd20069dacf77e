import { z } from "zod";

/** The longest reason that is taken, in characters; the page says so. */
export const REASON_LIMIT = 1000;

const LEVELS = { "1": 1, "2": 2, "3": 3, "4": 4, "5": 5 } as const;
const part = z.string().trim().max(10).default("");

/** Which target a form is about. */
export const targetPlace = z.object({
  assessmentId: z.string(),
  setting: z.string(),
  capabilityId: z.string(),
  scope: z.string(),
});

/** The fields of the form that sets a target, as a browser sends them. `by` is null where no date was typed. */
export const targetFields = targetPlace
  .extend({
    level: z.enum(["1", "2", "3", "4", "5"], "Choose the level you want to reach"),
    "by-day": part,
    "by-month": part,
    "by-year": part,
    reason: z
      .string()
      .trim()
      .min(1, "Enter why this level is wanted")
      .max(REASON_LIMIT, `The reason must be ${REASON_LIMIT} characters or fewer`),
  })
  .refine((typed) => dayTyped(typed) !== undefined, {
    path: ["by"],
    message: "Enter a real date, such as 31 3 2027, or leave all three boxes empty",
    // Told together with what else is wrong, not after that was put right.
    when: () => true,
  })
  .transform((typed) => {
    const { assessmentId, setting, capabilityId, scope, reason } = typed;
    const by = dayTyped(typed) ?? null;
    return { assessmentId, setting, capabilityId, scope, level: LEVELS[typed.level], by, reason };
  });

/** The day that was typed, at midnight UTC as dates are kept; null for none, undefined where there is no such day. */
function dayTyped(typed: Record<"by-day" | "by-month" | "by-year", string>): Date | null | undefined {
  const [day, month, year] = [typed["by-day"], typed["by-month"], typed["by-year"]];
  if (!day && !month && !year) return null;
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const same = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1;
  return same ? date : undefined;
}
