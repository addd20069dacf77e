import type { GapAdjustments, Importance } from "@/lib/scoring/gaps";

/** Who can unblock a gap, from the nearest to the farthest. */
export const unblockers = ["trust", "supplier", "icb", "national"] as const;
export type Unblocker = (typeof unblockers)[number];

/** In words for people. */
export const unblockerNames: Readonly<Record<Unblocker, string>> = {
  trust: "The trust itself",
  supplier: "A supplier",
  icb: "The integrated care board",
  national: "A national body",
};

/** The system a gap lies in, whose that is and until when, and who can unblock it. */
export type SystemBehind = {
  system: string;
  supplier: string;
  contractEndsOn: Date | null;
  unblockedBy: Unblocker | null;
};

/** What a trust says of a gap in a care setting, beside the framework and the rules, never in their place. */
export type GapView = SystemBehind & {
  capabilityId: string;
  /** Whether it matters now; null where nobody has said. */
  standing: "now" | "later" | null;
  standingReason: string;
  /** The trust's own where it differs from the framework's; effort in points up to the target. */
  importance: Importance | null;
  effort: number | null;
  adjustedReason: string;
  version: number;
  changedAt: Date;
  changedBy: string;
};

/** What the views say in place of the framework, as the engine takes it. */
export function adjustmentsOf(views: readonly GapView[]): GapAdjustments {
  return {
    importance: new Map(
      views.flatMap(({ capabilityId, importance }) =>
        importance === null ? [] : [[capabilityId, importance] as const],
      ),
    ),
    effort: new Map(
      views.flatMap(({ capabilityId, effort }) => (effort === null ? [] : [[capabilityId, effort] as const])),
    ),
  };
}
