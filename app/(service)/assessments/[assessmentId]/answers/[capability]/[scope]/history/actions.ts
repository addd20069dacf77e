"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { restoreAnswer } from "@/lib/data/restore-answer";
import { answerHistoryPath, answerPagePath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const fields = z.object({
  assessmentId: z.string(),
  capabilityId: z.string(),
  scope: z.string(),
  restore: z.coerce.number().int().min(0),
  version: z.coerce.number().int().min(0),
  key: z.uuid(),
});

/** Puts an earlier answer back, unless somebody saved since; then the page shows both. */
export const restoreAction = formAction(fields, async (user, { restore, version, key, ...place }) => {
  const outcome = await restoreAnswer(user, place, { restore, version, key });
  switch (outcome.kind) {
    case "saved":
      return { goTo: `${answerPagePath(place)}?saved=undone#answer` };
    case "stale":
      return { goTo: `${answerHistoryPath(place)}?wanted=${restore}` };
    case "locked":
      return { errors: ["This round is closed, so its answers cannot be changed."] };
    case "invalid":
      return { errors: outcome.problems.map(({ message }) => message) };
    default:
      return notFound();
  }
});
