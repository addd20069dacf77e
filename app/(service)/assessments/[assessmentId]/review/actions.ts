"use server";

import { notFound } from "@/lib/auth/not-found";
import { writeSummary } from "@/lib/data/review-summaries";
import { returnToTeam } from "@/lib/data/sign-off";
import { assessmentPath, reviewPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { returnFields } from "./return-fields";
import { summaryFields } from "./summary-fields";

/** Writes the reviewer's own summary of a round. */
export const writeSummaryAction = formAction(summaryFields, async (user, { assessmentId, ...summary }) =>
  (await writeSummary(user, assessmentId, summary)) ? { goTo: reviewPath(assessmentId) } : notFound(),
);

/** Gives a round in review back to the people who answer it, with a reason, and goes to its task list. */
export const returnAction = formAction(returnFields, async (user, { id, reason }) => {
  const outcome = await returnToTeam(user, id, reason);
  if (outcome.kind === "moved") return { goTo: assessmentPath(id) };
  return outcome.kind === "wrong_state" ? { errors: ["This round is no longer in review."] } : notFound();
});
