"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { copyAnswer } from "@/lib/data/copy-answer";
import { answerPagePath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const fields = z.object({
  assessmentId: z.string(),
  capabilityId: z.string(),
  scope: z.string(),
  toAssessment: z.string(),
  toScope: z.string(),
  version: z.coerce.number().int().min(0),
  key: z.uuid(),
});

/** Copies an answer to another scope or trust, to be confirmed there. */
export const copyAction = formAction(
  fields,
  async (user, { toAssessment, toScope, version, key, ...from }) => {
    const to = { assessmentId: toAssessment, scope: toScope, version };
    const outcome = await copyAnswer(user, from, to, key);
    const { capabilityId } = from;
    switch (outcome.kind) {
      case "saved":
        return {
          goTo: `${answerPagePath({ assessmentId: toAssessment, capabilityId, scope: toScope })}?copied=yes`,
        };
      case "stale":
        return {
          errors: [
            "Somebody saved the answer there since you opened this page. Look at it, then copy again.",
          ],
        };
      case "locked":
        return { errors: ["The round there is closed, so nothing was copied."] };
      case "invalid":
        return { errors: outcome.problems.map(({ message }) => message) };
      default:
        return notFound();
    }
  },
);
