"use server";

import { notFound } from "@/lib/auth/not-found";
import { setMissingTargets } from "@/lib/data/targets";
import { templatesAbove } from "@/lib/data/target-templates";
import { resultOf } from "@/lib/data/results";
import { findCapability } from "@/lib/framework/find";
import { resultsPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { dayOf } from "@/lib/report/dates";
import { servingAnswers, servingScope } from "@/lib/report/serving-answers";
import { templatesFor } from "@/lib/report/target-templates";
import { templateFields } from "./template-fields";

/** Sets what a template asks for and has no target of its own yet, as the answers stand now. */
export const takeTemplateAction = formAction(templateFields, async (user, fields) => {
  const { assessmentId, setting, template, by, owner, reason } = fields;
  const found = await resultOf(user, assessmentId, setting);
  if (!found?.rows) return notFound();
  const today = dayOf(new Date());
  if (by && by < today) return { fields: { by: "The date must be today or in the future" } };
  const published = await templatesAbove(user, found.assessment.organisationId);
  const chosen = templatesFor(found, published, today).find(({ id }) => id === template);
  if (!chosen) return { errors: ["This template asks for nothing any more: all of it is reached."] };
  const serving = servingAnswers(found.setting, found.rows);
  const levels = [...chosen.levels].flatMap(([capabilityId, level]) => {
    const capability = findCapability(found.framework, capabilityId);
    if (!capability) return [];
    return [{ capabilityId, scope: servingScope(capability, found.setting, serving), level }];
  });
  switch (await setMissingTargets(user, assessmentId, levels, { by, owner, reason })) {
    case "closed":
      return { errors: ["This round is closed, so its targets can be read but not changed."] };
    case "not_found":
      return notFound();
    default:
      return { goTo: resultsPath(assessmentId, setting, "targets") };
  }
});
