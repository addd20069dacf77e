"use server";

import { notFound } from "@/lib/auth/not-found";
import { writeSummary } from "@/lib/data/review-summaries";
import { levelsPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { summaryFields } from "../review/summary-fields";

/** Writes the summary of a reviewer who sees levels and reasons alone, and stays there. */
export const summariseLevelsAction = formAction(summaryFields, async (user, { assessmentId, ...summary }) =>
  (await writeSummary(user, assessmentId, summary)) ? { goTo: levelsPath(assessmentId) } : notFound(),
);
