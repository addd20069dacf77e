import { z } from "zod";
import { careSettingSchema } from "@/lib/framework/schema";
import { dayBoxes, dayOrNone } from "@/lib/http/day-boxes";
import { readTogether } from "@/lib/http/read-fields";

/** The longest reason that is taken, in characters; the page says so. */
export const REASON_LIMIT = 1000;

/** The longest job title that is taken. */
const OWNER_LIMIT = 200;

const LEVELS = { "1": 1, "2": 2, "3": 3, "4": 4, "5": 5 } as const;

/** Which target a form is about. */
export const targetPlace = z.object({
  assessmentId: z.string(),
  setting: careSettingSchema,
  capabilityId: z.string(),
  scope: z.string(),
  /** The version that was read; 0 where there was no target. */
  version: z.coerce.number().int().min(0),
});

/** What is said of one target, or of several set at once. `by` is null where no date was typed. */
export const targetFacts = {
  ...dayBoxes("by"),
  owner: z
    .string()
    .trim()
    .max(OWNER_LIMIT, `The owner must be ${OWNER_LIMIT} characters or fewer`)
    .default(""),
  reason: z
    .string()
    .trim()
    .min(1, "Enter why this level is wanted")
    .max(REASON_LIMIT, `The reason must be ${REASON_LIMIT} characters or fewer`),
};

/** The fields of the form that sets a target, as a browser sends them. */
export const targetFields = readTogether(
  targetPlace.extend({
    level: z.enum(["1", "2", "3", "4", "5"], "Choose the level you want to reach"),
    ...targetFacts,
  }),
  (typed, wrong) => {
    const { assessmentId, setting, capabilityId, scope, version, reason, owner } = typed;
    const by = dayOrNone(typed, "by", wrong);
    const place = { assessmentId, setting, capabilityId, scope, version };
    return { ...place, level: LEVELS[typed.level], by, reason, owner };
  },
);
