"use server";

import { notFound } from "@/lib/auth/not-found";
import { organisationByCode } from "@/lib/data/organisations";
import { saveYearDates } from "@/lib/data/year-dates";
import { trustPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { dateInWords } from "@/lib/report/dates";
import { ownDates } from "@/lib/report/year-dates";
import { yearFields } from "./year-fields";

/** Keeps the days of the year that a trust types itself. */
export const saveYearDatesAction = formAction(yearFields, async (user, { ods, dates }) => {
  const trust = await organisationByCode(user, ods);
  const outcome = trust && (await saveYearDates(user, trust.id, dates));
  if (!trust || !outcome || outcome.kind === "not_found") return notFound();
  if (outcome.kind === "kept") return { goTo: `${trustPath(trust.odsCode)}#year-ahead` };
  const { current } = outcome;
  const theirs = ownDates.map((name) => [`theirs-${name}`, current[name] ? dateInWords(current[name]) : ""]);
  return {
    errors: [
      "A colleague saved these dates while you had them open. Nothing of yours is saved yet. Compare the two below, then save again to replace theirs with yours.",
    ],
    beside: { version: String(current.version), ...Object.fromEntries(theirs) },
  };
});
