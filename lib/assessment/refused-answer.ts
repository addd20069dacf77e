import type { Problem } from "@/lib/framework/problem";

export type RefusedReason = "stale" | "locked" | "invalid" | "would_change" | "key_reused";

/** What somebody typed into a plain form that could not be saved, and why. Only its author ever sees it. */
export type RefusedAnswer = {
  reason: RefusedReason;
  /** The fields as they were sent. */
  typed: Record<string, string>;
  problems: Problem[];
};
