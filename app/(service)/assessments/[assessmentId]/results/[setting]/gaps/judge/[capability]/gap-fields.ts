import { z } from "zod";
import { careSettingSchema } from "@/lib/framework/schema";
import { dayBoxes, dayOrNone } from "@/lib/http/day-boxes";
import { readTogether } from "@/lib/http/read-fields";
import { type GapView, unblockers } from "@/lib/report/gap-view";
import type { Importance } from "@/lib/scoring/gaps";

/** The longest reason that is taken, in characters; the page says so. */
export const GAP_REASON_LIMIT = 1000;

const NAME_LIMIT = 200;
const IMPORTANCE = { "": null, "1": 1, "2": 2, "3": 3 } as const satisfies Record<string, Importance | null>;

const name = z.string().trim().max(NAME_LIMIT, `It must be ${NAME_LIMIT} characters or fewer`).default("");
const reason = z
  .string()
  .trim()
  .max(GAP_REASON_LIMIT, `The reason must be ${GAP_REASON_LIMIT} characters or fewer`)
  .default("");

/** The fields of the form in which a trust says what it thinks of a gap, as a browser sends them. */
export const gapFields = readTogether(
  z.object({
    assessmentId: z.string(),
    setting: careSettingSchema,
    capabilityId: z.string(),
    version: z.coerce.number().int().min(0),
    standing: z.enum(["", "now", "later"]).default(""),
    standingReason: reason,
    importance: z.enum(["", "1", "2", "3"]).default(""),
    effort: z
      .string()
      .trim()
      .regex(/^([1-9]\d{0,2})?$/, "Enter whole points from 1 to 999, or leave it empty")
      .default(""),
    adjustedReason: reason,
    system: name,
    supplier: name,
    ...dayBoxes("ends"),
    unblockedBy: z.enum(["", ...unblockers]).default(""),
  }),
  (typed, wrong) => {
    const { assessmentId, setting, capabilityId, version, standingReason, adjustedReason } = typed;
    const { system, supplier, standing, importance, effort, unblockedBy } = typed;
    if (standing === "later" && standingReason === "") wrong("standingReason", "Enter why it waits");
    if ((importance || effort) && adjustedReason === "")
      wrong("adjustedReason", "Enter why the importance or the effort is another here");
    const view: Omit<GapView, "capabilityId" | "version" | "changedAt" | "changedBy"> = {
      standing: standing || null,
      standingReason,
      adjustedReason,
      system,
      supplier,
      importance: IMPORTANCE[importance],
      effort: effort === "" ? null : Number(effort),
      contractEndsOn: dayOrNone(typed, "ends", wrong),
      unblockedBy: unblockedBy || null,
    };
    return { assessmentId, setting, capabilityId, version, view };
  },
);
