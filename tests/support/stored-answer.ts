import type { StoredAnswer } from "@/lib/assessment/stored-answer";

/** A saved answer with nothing decided, changed by what is given. */
export function storedAnswer(
  capabilityId: string,
  scope: string,
  changes: Partial<StoredAnswer> = {},
): StoredAnswer {
  return {
    capabilityId,
    scope,
    version: 1,
    criteria: {},
    notApplicable: null,
    note: "",
    confidence: null,
    carriedForward: false,
    withdrawn: false,
    savedAt: new Date("2026-11-22T10:00:00Z"),
    savedById: "00000000-0000-4000-8000-000000000001",
    enteredForId: null,
    ...changes,
  };
}
