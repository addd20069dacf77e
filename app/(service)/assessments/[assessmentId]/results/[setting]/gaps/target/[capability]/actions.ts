"use server";

import { mayAnswerIn } from "@/lib/assessment/scopes";
import { getAssessment } from "@/lib/data/assessments";
import { getFramework } from "@/lib/data/frameworks";
import { setTarget } from "@/lib/data/targets";
import { findCapability } from "@/lib/framework/find";
import { resultsPath } from "@/lib/http/addresses";
import { formAction } from "@/lib/http/form-action";
import { dayOf } from "@/lib/report/dates";
import { targetFields } from "./target-fields";

const refused = { errors: ["You cannot set a target here. Ask your digital lead."] };

/** Sets the target of a capability and goes back to it in the list of gaps. */
export const setTargetAction = formAction(targetFields, async (user, fields) => {
  const { assessmentId, setting, capabilityId, scope, level, by, reason } = fields;
  const assessment = await getAssessment(user, assessmentId);
  if (!assessment) return refused;
  if (assessment.state !== "in_progress") {
    return { errors: ["This round is closed, so its targets can be read but not changed."] };
  }
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  const capability = findCapability(framework, capabilityId);
  if (!capability || !mayAnswerIn(capability, assessment.careSettings, scope)) return refused;
  if (by && by < dayOf(new Date())) return { fields: { by: "The date must be today or in the future" } };
  const done = await setTarget(user, { assessmentId, capabilityId, scope }, { level, by, reason });
  return done ? { goTo: `${resultsPath(assessmentId, setting, "gaps")}#${capabilityId}` } : refused;
});
