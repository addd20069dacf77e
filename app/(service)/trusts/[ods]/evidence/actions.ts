"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { addEvidence, changeEvidence, type EvidenceOutcome, removeEvidence } from "@/lib/data/evidence";
import { linkEvidence } from "@/lib/data/evidence-links";
import { organisationByCode } from "@/lib/data/organisations";
import { answerEvidencePath, evidencePath } from "@/lib/http/addresses";
import { type ActionResult, formAction } from "@/lib/http/form-action";
import { changedEvidenceFields, newEvidenceFields } from "./evidence-fields";

/** Adds a piece of evidence, and lets it speak for the answer it was begun from. */
export const addEvidenceAction = formAction(newEvidenceFields, async (user, { ods, place, evidence }) => {
  const trust = await organisationByCode(user, ods);
  const outcome = trust && (await addEvidence(user, trust.id, evidence));
  if (!trust || outcome?.kind !== "kept") return notFound();
  if (place && (await linkEvidence(user, place, outcome.id, false)))
    return { goTo: answerEvidencePath(place) };
  return { goTo: evidencePath(trust.odsCode) };
});

/** Changes a piece of evidence. */
export const changeEvidenceAction = formAction(
  changedEvidenceFields,
  async (user, { ods, id, version, evidence }) => {
    const trust = await organisationByCode(user, ods);
    if (!trust) return notFound();
    return resultOf(trust.odsCode, await changeEvidence(user, trust.id, id, version, evidence));
  },
);

/** Takes a piece of evidence out of the register. */
export const removeEvidenceAction = formAction(
  z.object({ ods: z.string(), id: z.string(), version: z.coerce.number().int().min(1) }),
  async (user, { ods, id, version }) => {
    const trust = await organisationByCode(user, ods);
    if (!trust) return notFound();
    return resultOf(trust.odsCode, await removeEvidence(user, trust.id, id, version));
  },
);

function resultOf(odsCode: string, outcome: EvidenceOutcome): ActionResult {
  if (outcome.kind === "kept") return { goTo: evidencePath(odsCode) };
  if (outcome.kind === "not_found") return notFound();
  return {
    errors: [
      "A colleague changed this since you opened it. Open it in a new tab to compare, then save again.",
    ],
  };
}
