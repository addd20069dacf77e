"use server";

import { notFound } from "@/lib/auth/not-found";
import { reopen } from "@/lib/data/sign-off";
import { assessmentPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { reopenFields } from "./reopen-fields";

/** Opens a signed-off round again and goes to its task list. */
export const reopenAction = formAction(reopenFields, async (user, { id, reason }) => {
  const outcome = await reopen(user, id, reason);
  switch (outcome.kind) {
    case "moved":
      return { goTo: assessmentPath(id) };
    case "wrong_state":
      return { errors: ["This round is open already."] };
    case "later_signed":
      return {
        errors: [
          `Round ${outcome.round} has been signed off since. Only the latest one can be opened again.`,
        ],
      };
    default:
      return notFound();
  }
});
