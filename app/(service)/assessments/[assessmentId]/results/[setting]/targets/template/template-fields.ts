import { z } from "zod";
import { careSettingSchema } from "@/lib/framework/schema";
import { dayOrNone } from "@/lib/http/day-boxes";
import { readTogether } from "@/lib/http/read-fields";
import { targetFacts } from "../../gaps/target/[capability]/target-fields";

/** The fields of the form that takes a template over, as a browser sends them. */
export const templateFields = readTogether(
  z.object({ assessmentId: z.string(), setting: careSettingSchema, template: z.string(), ...targetFacts }),
  (typed, wrong) => {
    const { assessmentId, setting, template, owner, reason } = typed;
    return { assessmentId, setting, template, owner, reason, by: dayOrNone(typed, "by", wrong) };
  },
);
