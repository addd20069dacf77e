"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { organisationByCode } from "@/lib/data/organisations";
import { applyPlan } from "@/lib/data/plan-workbooks";
import { planUploadPath } from "@/lib/http/addresses";
import { type ActionResult, formAction } from "@/lib/http/form-action";

const fields = z.object({
  ods: z.string(),
  uploadId: z.string(),
  seen: z.string(),
  taken: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.string().max(200)).max(1000),
  ),
});

/** Saves what was chosen of a plan's workbook, as it was looked at. */
export const applyPlanAction = formAction(fields, async (user, input): Promise<ActionResult> => {
  const trust = await organisationByCode(user, input.ods);
  if (!trust) return notFound();
  const { uploadId, seen, taken } = input;
  const outcome = await applyPlan(user, trust.id, uploadId, { seen, taken }, new Date());
  const here = planUploadPath(trust.odsCode, uploadId);
  switch (outcome.kind) {
    case "applied":
    case "applied_already":
      return { goTo: `${here}?done=applied` };
    case "stale":
      return { goTo: `${here}?problem=stale` };
    case "nothing_chosen":
      return { errors: ["Choose at least one change, or leave this page: nothing is saved then."] };
    case "not_found":
      return notFound();
  }
});
