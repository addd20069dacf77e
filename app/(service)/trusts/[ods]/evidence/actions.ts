"use server";

import { z } from "zod";
import { notFound } from "@/lib/auth/not-found";
import { copyEvidence } from "@/lib/data/copy-evidence";
import {
  addEvidence,
  changeEvidence,
  confirmEvidence,
  type EvidenceOutcome,
  removeEvidence,
} from "@/lib/data/evidence";
import { linkEvidence } from "@/lib/data/evidence-links";
import { organisationByCode } from "@/lib/data/organisations";
import { answerEvidencePath, evidencePath } from "@/lib/http/addresses";
import { type ActionResult, formAction } from "@/lib/http/form-action";
import { copyFields, copyToTrust } from "../copy-to-trust";
import { changedEvidenceFields, newEvidenceFields } from "./evidence-fields";

/** Adds a piece of evidence, and lets it speak for the answer it was begun from. */
export const addEvidenceAction = formAction(
  newEvidenceFields,
  async (user, { ods, key, place, evidence }) => {
    const trust = await organisationByCode(user, ods);
    const outcome = trust && (await addEvidence(user, trust.id, evidence, key));
    if (!trust || outcome?.kind !== "kept") return notFound();
    if (place && (await linkEvidence(user, place, outcome.id, false)))
      return { goTo: answerEvidencePath(place) };
    return { goTo: evidencePath(trust.odsCode) };
  },
);

/** Changes a piece of evidence. */
export const changeEvidenceAction = formAction(
  changedEvidenceFields,
  async (user, { ods, id, version, evidence }) => {
    const trust = await organisationByCode(user, ods);
    if (!trust) return notFound();
    return resultOf(evidencePath(trust.odsCode), await changeEvidence(user, trust.id, id, version, evidence));
  },
);

const atVersion = z.object({ ods: z.string(), id: z.string(), version: z.coerce.number().int().min(1) });

/** Copies a piece of evidence to another trust of the group, to be confirmed there. */
export const copyEvidenceAction = formAction(
  copyFields,
  copyToTrust({
    copy: copyEvidence,
    pathOf: evidencePath,
    there: (trust) => `This was copied to ${trust} before, and is in its register.`,
  }),
);

/** Says that a copied piece is true of this trust too, and stays with it. */
export const confirmEvidenceAction = formAction(atVersion, async (user, { ods, id, version }) => {
  const trust = await organisationByCode(user, ods);
  if (!trust) return notFound();
  const goTo = `${evidencePath(trust.odsCode, id)}?confirmed=yes`;
  return resultOf(goTo, await confirmEvidence(user, trust.id, id, version));
});

/** Takes a piece of evidence out of the register. */
export const removeEvidenceAction = formAction(atVersion, async (user, { ods, id, version }) => {
  const trust = await organisationByCode(user, ods);
  if (!trust) return notFound();
  return resultOf(evidencePath(trust.odsCode), await removeEvidence(user, trust.id, id, version));
});

function resultOf(goTo: string, outcome: EvidenceOutcome): ActionResult {
  if (outcome.kind === "kept") return { goTo };
  if (outcome.kind === "not_found") return notFound();
  return {
    errors: [
      "A colleague changed this since you opened it. Open it in a new tab to compare, then save again.",
    ],
  };
}
