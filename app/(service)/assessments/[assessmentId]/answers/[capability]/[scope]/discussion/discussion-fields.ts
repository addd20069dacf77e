import { z } from "zod";
import { NOTE_LIMIT } from "@/lib/assessment/answer-body";

const place = { assessmentId: z.string(), capabilityId: z.string(), scope: z.string() };
const LEVELS = { "1": 1, "2": 2, "3": 3, "4": 4, "5": 5 } as const;

/** A text that has to be there, within the limit the page states. */
const text = (missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(NOTE_LIMIT, `Enter ${NOTE_LIMIT.toLocaleString("en-GB")} characters or fewer`);

/** The fields of each form of the discussion, as a browser sends them. */
export const challengeFields = z.object({
  ...place,
  level: z
    .enum(["1", "2", "3", "4", "5"], "Choose the level you would give")
    .transform((level) => LEVELS[level]),
  reason: text("Enter why you would give another level"),
});

export const replyFields = z.object({
  ...place,
  challenge: z.string(),
  use: z.enum(["answer", "uphold"]).default("answer"),
  reply: text("Enter what you say to the challenge"),
});

export const acceptFields = z.object({
  ...place,
  challenge: z.string(),
  version: z.coerce.number().int().min(0),
});

export const withdrawFields = z.object({ ...place, challenge: z.string() });

export const commentFields = z.object({
  ...place,
  key: z.guid().optional(),
  text: text("Enter your comment"),
  mentions: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid()).max(50)),
});

export const resolveFields = z.object({ ...place, comment: z.string() });
