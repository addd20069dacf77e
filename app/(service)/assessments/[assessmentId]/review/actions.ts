"use server";

import { notFound } from "@/lib/auth/not-found";
import { writeSummary } from "@/lib/data/review-summaries";
import { reviewPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { summaryFields } from "./summary-fields";

/** Writes the reviewer's own summary of a round. */
export const writeSummaryAction = formAction(summaryFields, async (user, { assessmentId, ...summary }) =>
  (await writeSummary(user, assessmentId, summary)) ? { goTo: reviewPath(assessmentId) } : notFound(),
);
