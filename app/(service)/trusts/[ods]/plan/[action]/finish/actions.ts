"use server";

import { notFound } from "@/lib/auth/not-found";
import { type FinishOutcome, finishAction } from "@/lib/data/finish-action";
import { organisationByCode } from "@/lib/data/organisations";
import { actionPath } from "@/lib/http/addresses";
import { type ActionResult, formAction } from "@/lib/http/form-action";
import { isoDate } from "@/lib/report/dates";
import { afterSaving } from "../../after-saving";
import { finishFields } from "./finish-fields";

/** Finishes an action, and saves what its owner confirmed as answers. */
export const finishPlannedAction = formAction(
  finishFields,
  async (user, { ods, id, version, finishedOn, confirmed }): Promise<ActionResult> => {
    const trust = await organisationByCode(user, ods);
    if (!trust) return notFound();
    const today = isoDate(new Date());
    if (finishedOn !== null && finishedOn > today)
      return { fields: { finished: "The day it was done cannot be in the future" } };
    const outcome = await finishAction(
      user,
      trust.id,
      { id, version },
      { finishedOn: finishedOn ?? today, confirmed },
    );
    if (outcome.kind !== "cannot_confirm") {
      return afterSaving(outcome, () => `${actionPath(trust.odsCode, id)}?finished=yes`);
    }
    return { fields: { criteria: whyNot(outcome) } };
  },
);

function whyNot(outcome: Extract<FinishOutcome, { kind: "cannot_confirm" }>): string {
  const otherwise = "You can finish the action without ticking anything, and confirm later from its page";
  switch (outcome.why) {
    case "no_round":
      return `No round is open, so nothing can be confirmed. ${otherwise}`;
    case "closed":
      return `The round is in review or signed off, so its answers cannot change. ${otherwise}`;
    case "not_theirs":
      return `You cannot answer one of these questions: ask your digital lead to assign it to you, or to confirm it. ${otherwise}`;
    case "does_not_apply":
      return `One of these questions is answered as not applicable. Change that answer first. ${otherwise}`;
    case "busy":
      return "A colleague is answering one of these questions now. What you ticked is still here: send it again";
    case "refused":
      return outcome.message;
  }
}
