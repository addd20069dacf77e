import { dateInWords } from "./dates";
import { type GapView, unblockerNames } from "./gap-view";

// What a colleague saved, by the names of a form's boxes, for the form that was too late.

type SavedTarget = { level: number; by: Date | null; owner: string; reason: string };

/** A target that was set meanwhile; null where it was taken back. */
export function theirTargetInWords(target: SavedTarget | null): Record<string, string> {
  if (!target) return { "theirs-level": "They took the target back" };
  return {
    "theirs-level": `Level ${target.level}`,
    "theirs-by": target.by ? dateInWords(target.by) : "No date",
    "theirs-owner": target.owner,
    "theirs-reason": target.reason,
  };
}

/** What was said of a gap meanwhile. */
export function theirViewInWords(view: GapView): Record<string, string> {
  const { standing, importance, effort, contractEndsOn, unblockedBy } = view;
  return {
    "theirs-standing": standing === null ? "Nobody has said" : standing === "now" ? "Now" : "It waits",
    "theirs-standingReason": view.standingReason,
    "theirs-importance": importance === null ? "As the framework says" : String(importance),
    "theirs-effort": effort === null ? "As the framework says" : String(effort),
    "theirs-adjustedReason": view.adjustedReason,
    "theirs-system": view.system,
    "theirs-supplier": view.supplier,
    "theirs-ends": contractEndsOn ? dateInWords(contractEndsOn) : "",
    "theirs-unblockedBy": unblockedBy ? unblockerNames[unblockedBy] : "",
  };
}
