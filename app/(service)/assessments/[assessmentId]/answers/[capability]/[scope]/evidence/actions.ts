"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { linkEvidence, unlinkEvidence } from "@/lib/data/evidence-links";
import { answerEvidencePath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";

const place = { assessmentId: z.string(), capabilityId: z.string(), scope: z.string() };

/** Lets a piece of evidence speak for an answer, or against it. */
export const linkAction = formAction(
  z.object({
    ...place,
    evidence: z.string().min(1, "Choose a piece of evidence"),
    speaks: z.enum(["for", "against"], "Choose whether it speaks for or against the answer"),
  }),
  async (user, { evidence, speaks, ...address }) =>
    (await linkEvidence(user, address, evidence, speaks === "against"))
      ? { goTo: answerEvidencePath(address) }
      : notFound(),
);

/** Ends that again. */
export const unlinkAction = formAction(
  z.object({ ...place, evidence: z.string() }),
  async (user, { evidence, ...address }) =>
    (await unlinkEvidence(user, address, evidence)) ? { goTo: answerEvidencePath(address) } : notFound(),
);
