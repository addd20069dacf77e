import { z } from "zod";
import { careSettingSchema } from "@/lib/framework/schema";
import { byTyped, realDay, targetFacts } from "../../gaps/target/[capability]/target-fields";

/** The fields of the form that takes a template over, as a browser sends them. */
export const templateFields = z
  .object({ assessmentId: z.string(), setting: careSettingSchema, template: z.string(), ...targetFacts })
  .refine((typed) => byTyped(typed) !== undefined, realDay)
  .transform((typed) => {
    const { assessmentId, setting, template, owner, reason } = typed;
    return { assessmentId, setting, template, owner, reason, by: byTyped(typed) ?? null };
  });
