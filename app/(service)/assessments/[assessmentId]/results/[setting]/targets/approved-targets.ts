import { z } from "zod";
import { careSettingSchema } from "@/lib/framework/schema";

/** A target as a form names it: what for, where, and the version that was read. */
const named = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z_]+\/\d{1,9}$/)
  .transform((text) => {
    const [capabilityId = "", scope = "", version] = text.split("/");
    return { capabilityId, scope, version: Number(version) };
  });

const NOTHING = "Tick at least one target";

/** The ticked targets of the form that approves them; a browser sends none, one or several. */
export const approvedTargets = z.object({
  assessmentId: z.string(),
  setting: careSettingSchema,
  targets: z.union([named.transform((one) => [one]), z.array(named).min(1)], NOTHING),
});
