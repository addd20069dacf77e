"use server";

import { notFound } from "@/lib/auth/not-found";
import { addToRegister, changeRecord, type KeepOutcome } from "@/lib/data/organisation-register";
import { organisationPath } from "@/lib/http/addresses";
import { type ActionResult, formAction } from "@/lib/http/form-action";
import { organisationFields } from "./organisation-fields";

/** Adds an organisation and goes to it. */
export const addOrganisationAction = formAction(organisationFields, async (user, wanted) =>
  resultOf(await addToRegister(user, wanted), `${organisationPath(wanted.odsCode)}?done=added`),
);

/** Corrects what is kept of an organisation and goes back to it. */
export const changeOrganisationAction = formAction(organisationFields, async (user, wanted) =>
  resultOf(await changeRecord(user, wanted), `${organisationPath(wanted.odsCode)}?done=saved`),
);

function resultOf(outcome: KeepOutcome, goTo: string): ActionResult {
  if (outcome.kind === "kept") return { goTo };
  if (outcome.kind === "invalid") return { fields: { [outcome.field]: outcome.message } };
  return notFound();
}
