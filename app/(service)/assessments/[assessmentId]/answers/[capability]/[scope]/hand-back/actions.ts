"use server";

import { z } from "zod";
import { ASSIGNMENT_TEXT_LIMIT } from "@/lib/assessment/assignment";
import { notFound } from "@/lib/auth/not-found";
import { handBack } from "@/lib/data/assignments";
import { assessmentPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const fields = z.object({
  assessmentId: z.string(),
  capabilityId: z.string(),
  scope: z.string(),
  reason: z
    .string()
    .trim()
    .min(1, "Enter why you hand the question back")
    .max(ASSIGNMENT_TEXT_LIMIT, `The reason must be ${ASSIGNMENT_TEXT_LIMIT} characters or fewer`),
});

/** Hands a question of one's own back, with the reason, and goes to what is left. */
export const handBackAction = formAction(fields, async (user, { reason, ...address }) => {
  const outcome = await handBack(user, address, reason);
  if (outcome === "closed") return { goTo: `${assessmentPath(address.assessmentId)}?handedBack=yes` };
  if (outcome === "round_closed") {
    return { errors: ["This round is in review or signed off, so there is nothing left to hand back."] };
  }
  return notFound();
});
