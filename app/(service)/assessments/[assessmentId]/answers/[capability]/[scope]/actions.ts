"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { takeBack } from "@/lib/data/assignments";
import { answerPagePath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const place = z.object({ assessmentId: z.string(), capabilityId: z.string(), scope: z.string() });

/** Takes a question back from whoever has it. */
export const takeBackAction = formAction(place, async (user, address) => {
  const outcome = await takeBack(user, address);
  if (outcome === "closed") return { goTo: answerPagePath(address) };
  if (outcome === "round_closed") {
    return {
      errors: ["This round is in review or signed off, so its questions stay with whoever has them."],
    };
  }
  return notFound();
});
