"use server";

import { z } from "zod";
import { takeBack } from "@/lib/data/assignments";
import { answerPagePath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const place = z.object({ assessmentId: z.string(), capabilityId: z.string(), scope: z.string() });

/** Takes a question back from whoever has it. */
export const takeBackAction = formAction(place, async (user, address) => {
  const outcome = await takeBack(user, address);
  if (outcome === "closed") return { goTo: answerPagePath(address) };
  const message =
    outcome === "round_closed"
      ? "This round is in review or signed off, so its questions stay with whoever has them."
      : "This question is nobody's now: somebody has handed it back or taken it back.";
  return { errors: [message] };
});
