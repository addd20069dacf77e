import { notFound } from "@/lib/auth/not-found";
import type { ActionOutcome } from "@/lib/data/planned-actions";
import type { ActionResult } from "@/lib/http/form-action";
import type { PlannedAction } from "@/lib/plan/action";
import { theirsInWords } from "@/lib/report/plan-words";
import { momentInWords } from "@/lib/report/dates";

/**
 * Where to go once an action is saved. Where a colleague was faster, the form stays with what was typed; `shown` says
 * what of theirs stands beside it, and sending it again saves over it knowingly.
 */
export function afterSaving(
  outcome: ActionOutcome,
  goTo: (id: string) => string,
  shown: (current: PlannedAction) => Record<string, string> = theirsInWords,
): ActionResult {
  switch (outcome.kind) {
    case "kept":
      return { goTo: goTo(outcome.id) };
    case "stale":
      return {
        errors: [
          `${outcome.by} saved this action on ${momentInWords(outcome.at)}, while you had it open. Nothing of yours is saved yet. Compare the two below, then save again to replace theirs with yours.`,
        ],
        beside: { version: String(outcome.current.version), ...shown(outcome.current) },
      };
    case "unknown_owner":
      return { fields: { ownerId: "Choose one of the people listed, or nobody" } };
    case "closed":
      return { errors: ["This action is finished or ended. Take it up again to change it."] };
    case "not_found":
      return notFound();
  }
}
