"use server";

import { notFound } from "@/lib/auth/not-found";
import { organisationByCode } from "@/lib/data/organisations";
import { saveContext } from "@/lib/data/plan-context";
import { planPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { yearName } from "@/lib/plan/financial-year";
import { poundsInWords, tenthsInWords } from "@/lib/plan/money-words";
import { contextFields } from "./context-fields";

/** Keeps what the money of a plan is read beside. */
export const saveContextAction = formAction(contextFields, async (user, { ods, context }) => {
  const trust = await organisationByCode(user, ods);
  const outcome = trust && (await saveContext(user, trust.id, context));
  if (!trust || !outcome || outcome.kind === "not_found") return notFound();
  if (outcome.kind === "kept") return { goTo: planPath(trust.odsCode, "money") };
  const { efficiency, productivity, version } = outcome.current;
  return {
    errors: [
      "A colleague saved these figures while you had them open. Nothing of yours is saved yet. Compare the two below, then save again to replace theirs with yours.",
    ],
    beside: {
      version: String(version),
      "theirs-efficiency": efficiency
        ? `${poundsInWords(efficiency.pounds)} in ${yearName(efficiency.year)}`
        : "",
      "theirs-productivity": productivity
        ? `${tenthsInWords(productivity.tenths)} in ${yearName(productivity.year)} (${productivity.source})`
        : "",
    },
  };
});
