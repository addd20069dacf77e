"use server";

import { notFound } from "@/lib/auth/not-found";
import { keepFrontSheet } from "@/lib/data/front-sheet";
import { organisationByCode } from "@/lib/data/organisations";
import { boardPackPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { frontSheetFields } from "./front-sheet-fields";

/** Keeps the front sheet for this pack and the next. */
export const keepFrontSheetAction = formAction(frontSheetFields, async (user, { ods, version, sheet }) => {
  const trust = await organisationByCode(user, ods);
  const outcome = trust && (await keepFrontSheet(user, trust.id, version, sheet));
  if (trust && outcome === "kept") return { goTo: `${boardPackPath(trust.odsCode)}?done=kept` };
  if (outcome !== "stale") return notFound();
  return {
    errors: [
      "A colleague changed the front sheet since you opened it. Open this page in a new tab to compare, then save again.",
    ],
  };
});
