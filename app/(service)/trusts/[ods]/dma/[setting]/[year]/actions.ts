"use server";

import { notFound } from "@/lib/auth/not-found";
import { keepDmaScores } from "@/lib/data/dma-scores";
import { organisationByCode } from "@/lib/data/organisations";
import { dmaPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { dmaYears } from "@/lib/report/dma-comparison";
import { dmaFields } from "./dma-fields";

/** Keeps the official scores of one care setting and year. */
export const keepDmaAction = formAction(
  dmaFields,
  async (user, { ods, careSetting, year, version, ...typed }) => {
    const trust = await organisationByCode(user, ods);
    if (!trust || !trust.careSettings.includes(careSetting)) return notFound();
    if (!dmaYears(new Date()).includes(year)) return notFound();
    const place = { organisationId: trust.id, careSetting, year };
    const outcome = await keepDmaScores(user, place, version, typed);
    if (outcome === "kept") return { goTo: dmaPath(trust.odsCode) };
    if (outcome === "not_found") return notFound();
    return {
      errors: [
        "A colleague typed in scores for this year since you opened it, so nothing was saved. Open the scores in a new tab to compare, then open this page again.",
      ],
    };
  },
);
