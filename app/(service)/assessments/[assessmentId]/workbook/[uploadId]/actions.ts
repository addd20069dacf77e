"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { applyAnswers } from "@/lib/data/apply-answers";
import { workbookPath } from "@/lib/http/addresses";
import { type ActionResult, formAction } from "@/lib/http/form-action";

const fields = z.object({
  assessmentId: z.string(),
  uploadId: z.string(),
  seen: z.string(),
  taken: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.string().max(200)).max(5000),
  ),
});

/** Saves what was chosen of a workbook, as it was looked at. */
export const applyAnswersAction = formAction(fields, async (user, input): Promise<ActionResult> => {
  const { assessmentId, uploadId, seen, taken } = input;
  const outcome = await applyAnswers(user, { assessmentId, uploadId }, { seen, taken }, new Date());
  const here = workbookPath(assessmentId, uploadId);
  switch (outcome.kind) {
    case "applied":
    case "applied_already":
      return { goTo: `${here}?done=applied` };
    case "stale":
      return { goTo: `${here}?problem=stale` };
    case "nothing_chosen":
      return { errors: ["Choose at least one change, or leave this page: nothing is saved then."] };
    case "locked":
      return { errors: ["This round is closed, so nothing was saved. The workbook stays as it is."] };
    case "invalid":
      return { errors: outcome.problems.map(({ question, message }) => `${question}: ${message}`) };
    case "not_found":
      return notFound();
  }
});
