import { z } from "zod";
import { careSettingSchema } from "@/lib/framework/schema";
import { MESSAGE_LIMIT, messageRules } from "@/lib/report/key-messages";

const text = z
  .string()
  .trim()
  .max(MESSAGE_LIMIT, `The message must be ${MESSAGE_LIMIT} characters or fewer`)
  .default("");

/** The form in which key messages are worded, as a browser sends it. An empty message reads as it is drawn. */
export const messageFields = z.object({
  ods: z.string(),
  snapshotId: z.uuid(),
  careSetting: careSettingSchema,
  audience: z.enum(["private", "public"]),
  version: z.coerce.number().int().min(0),
  ...(Object.fromEntries(messageRules.map((rule) => [rule, text])) as Record<
    (typeof messageRules)[number],
    typeof text
  >),
});
