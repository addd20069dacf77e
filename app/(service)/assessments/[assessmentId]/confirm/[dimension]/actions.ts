"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { confirmAnswers } from "@/lib/data/confirm-answers";
import { assessmentPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

/** "c06-3/organisation/2": an answer and the version of it that was on the page. */
const seen = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z_]+\/\d{1,9}$/)
  .transform((text) => {
    const [capabilityId = "", scope = "", version = ""] = text.split("/");
    return { capabilityId, scope, version: Number(version) };
  });

const fields = z.object({
  assessmentId: z.string(),
  seen: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(seen).min(1).max(500)),
});

/** Confirms the answers of a dimension as they were shown. */
export const confirmAction = formAction(fields, async (user, { assessmentId, seen: answers }) => {
  const outcome = await confirmAnswers(user, assessmentId, answers);
  switch (outcome.kind) {
    case "saved":
      return { goTo: `${assessmentPath(assessmentId)}?show=to_confirm` };
    case "stale":
      return {
        errors: ["Nothing was confirmed: somebody changed one of these answers since you opened this page."],
      };
    case "locked":
      return { errors: ["This round is closed, so its answers can no longer be confirmed."] };
    case "invalid":
      return { errors: outcome.problems.map(({ message }) => message) };
    default:
      return notFound();
  }
});
