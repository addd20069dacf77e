import type { Level } from "@/lib/framework/schema";

/** Where a target stands against the level of today, at the low end of its range. */
export type TargetStanding = "below_today" | "reached" | "overdue" | "open";

/** `today` at midnight UTC, the way dates are kept. A target at the end of its day is not overdue yet. */
export function targetStanding(
  target: { level: number; by: Date | null },
  level: Level,
  today: Date,
): TargetStanding {
  if (target.level < level) return "below_today";
  if (target.level === level) return "reached";
  return target.by !== null && target.by < today ? "overdue" : "open";
}

const words: Record<TargetStanding, string> = {
  below_today: "Below today’s level, so it asks for nothing",
  reached: "Reached",
  overdue: "Not reached, and its date has passed",
  open: "Not reached yet",
};

export function targetStandingInWords(standing: TargetStanding): string {
  return words[standing];
}
