"use server";

import { mayAnswerIn } from "@/lib/assessment/scopes";
import { getAssessment } from "@/lib/data/assessments";
import { getFramework } from "@/lib/data/frameworks";
import { removeTarget, setTarget, type TargetOutcome } from "@/lib/data/targets";
import { findCapability } from "@/lib/framework/find";
import { resultsPath } from "@/lib/http/addresses";
import { type ActionResult, formAction } from "@/lib/http/form-action";
import { dayOf } from "@/lib/report/dates";
import { targetFields, targetPlace } from "./target-fields";

type Place = { assessmentId: string; setting: string; capabilityId: string };

/** Sets the target of a capability and goes back to it in the list of gaps. */
export const setTargetAction = formAction(targetFields, async (user, fields) => {
  const { assessmentId, capabilityId, scope, level, by, reason } = fields;
  const assessment = await getAssessment(user, assessmentId);
  if (!assessment) return after("not_found", fields);
  const framework = await getFramework(assessment.frameworkId, assessment.frameworkVersion);
  const capability = findCapability(framework, capabilityId);
  if (!capability || !mayAnswerIn(capability, assessment.careSettings, scope)) {
    return after("not_found", fields);
  }
  if (by && by < dayOf(new Date())) return { fields: { by: "The date must be today or in the future" } };
  return after(await setTarget(user, { assessmentId, capabilityId, scope }, { level, by, reason }), fields);
});

/** Takes the target of a capability back, so that the default holds again. */
export const removeTargetAction = formAction(targetPlace, async (user, place) =>
  after(await removeTarget(user, place), place),
);

function after(outcome: TargetOutcome, { assessmentId, setting, capabilityId }: Place): ActionResult {
  switch (outcome) {
    case "done":
      return { goTo: `${resultsPath(assessmentId, setting, "gaps")}#${capabilityId}` };
    case "closed":
      return { errors: ["This round is closed, so its targets can be read but not changed."] };
    case "not_found":
      return { errors: ["You cannot set a target here. Ask your digital lead."] };
  }
}
