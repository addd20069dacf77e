import { z } from "zod";
import { dayTyped } from "@/lib/http/typed-day";

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
  .refine((typed) => byTyped(typed) !== undefined, {
    path: ["by"],
    message: "Enter a real date, such as 31 3 2027, or leave all three boxes empty",
    // Told together with what else is wrong, not after that was put right.
    when: () => true,
  })
  .transform((typed) => {
    const { assessmentId, setting, capabilityId, scope, reason } = typed;
    const by = byTyped(typed) ?? null;
    return { assessmentId, setting, capabilityId, scope, level: LEVELS[typed.level], by, reason };
  });

function byTyped(typed: Record<"by-day" | "by-month" | "by-year", string>): Date | null | undefined {
  return dayTyped({ day: typed["by-day"], month: typed["by-month"], year: typed["by-year"] });
}
