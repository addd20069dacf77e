"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { sendForReview } from "@/lib/data/sign-off";
import { assessmentPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

/** Sends a round for review once nothing blocks it. */
export const sendForReviewAction = formAction(z.object({ id: z.string() }), async (user, { id }) => {
  const outcome = await sendForReview(user, id);
  switch (outcome.kind) {
    case "moved":
      return { goTo: assessmentPath(id) };
    case "blocked":
      return {
        errors: [
          `The round was not sent: ${outcome.blocking} things still stand in the way. They are listed on this page.`,
        ],
      };
    case "wrong_state":
      return { errors: ["This round has been sent for review already."] };
    default:
      return notFound();
  }
});
