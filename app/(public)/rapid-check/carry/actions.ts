"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { carryRapidCheck } from "@/lib/data/carry-rapid-check";
import { assessmentPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { askedCheck } from "../load-check";

const carrying = z.object({ organisation: z.uuid(), check: z.string().max(500) });

/** Carries the rapid check into the organisation's assessment and goes to its task list. */
export const carryAction = formAction(carrying, async (user, { organisation, check }) => {
  const { setting, levels } = await askedCheck(Object.fromEntries(new URLSearchParams(check)));
  if (!setting || !levels.ok)
    return { errors: ["These answers are not complete. Go back to the rapid check."] };
  const outcome = await carryRapidCheck(user, organisation, { setting, chosen: levels.chosen }, new Date());
  switch (outcome.kind) {
    case "carried":
      return { goTo: assessmentPath(outcome.assessmentId) };
    case "refused":
      return {
        errors: ["The assessment has changed meanwhile. Open this page again to see where it stands."],
      };
    case "not_found":
      return notFound();
  }
});
