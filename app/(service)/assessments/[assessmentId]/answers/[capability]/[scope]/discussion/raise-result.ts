import { notFound } from "@/lib/auth/not-found";
import type { RaiseOutcome } from "@/lib/data/challenges";
import type { ActionResult } from "@/lib/http/form-action";

/** What a form that challenges an answer comes to; `done` is where to go once it is raised. */
export function raiseResult(outcome: RaiseOutcome, done: string): ActionResult {
  switch (outcome.kind) {
    case "raised":
      return { goTo: done };
    case "already_open":
      return { errors: ["This answer has an open challenge already. Settle that one first."] };
    case "same_level":
      return { fields: { level: "The answer is at this level already. Choose another" } };
    case "not_answered":
      return { errors: ["There is no level to challenge: the question is not answered or does not apply."] };
    case "closed":
      return { errors: ["This round is signed off, so its answers can no longer be challenged."] };
    default:
      return notFound();
  }
}
